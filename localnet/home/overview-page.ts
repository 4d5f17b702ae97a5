import { sparkline } from './chart.ts'
import { receiptForm, registerForm, splitForm, type Typed } from './forms.ts'
import type { Account, Home } from './home.ts'
import { html, type Markup } from './html.ts'
import { layout } from './layout.ts'
import { majorUnits } from './major-units.ts'
import { dayStarts, hourStarts, spans } from './time-spans.ts'

const HOURS = 24

/** What a form that was sent led to, above the form itself, and what was typed into it. */
export interface Outcome {
  readonly of: 'pointers' | 'splits' | 'receipts'
  readonly markup: Markup
  readonly typed: Typed
}

const NOTHING: Typed = new Map()

const row = (home: Home, { id, address, path, asset }: Account, now: Date): Markup => {
  const { book } = home.parts
  const starts = hourStarts(now, HOURS)
  const [today] = dayStarts(now, 1)
  const since = Math.min(starts[0]!.getTime(), today!.getTime())
  const slots = book.slots(id, since)
  const ofToday = spans([today!], slots)[0]!
  const { received, packets } = book.record(id)
  return html`<tr>
    <th scope="row"><a href="${path}">${address}</a></th>
    <td class="wide">
      ${sparkline(spans(starts, slots), `Received in each of the last ${HOURS} hours`)}
    </td>
    <td class="wide">${majorUnits(ofToday.units, asset)}</td>
    <td>${majorUnits(received, asset)}</td>
    <td>${packets}</td>
  </tr>`
}

const table = (home: Home, id: string, accounts: readonly Account[], now: Date): Markup =>
  html`<div class="scroll">
    <table id="${id}" data-live>
      <thead>
        <tr>
          <th scope="col">Payment pointer</th>
          <th scope="col" class="wide">Last ${HOURS} hours</th>
          <th scope="col" class="wide">Today</th>
          <th scope="col">In all</th>
          <th scope="col">Packets</th>
        </tr>
      </thead>
      <tbody>
        ${accounts.map((account) => row(home, account, now))}
      </tbody>
    </table>
  </div>`

const splitList = (home: Home): Markup => {
  const accounts = home.accounts()
  const items = home.parts.splits.all().map((split) => {
    const shares = split.shares.map(({ pointer, weight }) => {
      const name = accounts.find(({ id }) => id === pointer)?.address ?? 'a wallet that is no more'
      return html`<li>${weight} × ${name}</li>`
    })
    const address = home.splitUrl(split).replace('http://', '$')
    return html`<li>
      <a href="/${split.name}">${address}</a>
      <ul>
        ${shares}
      </ul>
    </li>`
  })
  return items.length === 0
    ? html``
    : html`<ul class="splits">
        ${items}
      </ul>`
}

/** The wallet's first page, and what it becomes after a form was sent. */
export const overviewPage = (home: Home, now: Date, outcome?: Outcome): string => {
  const accounts = home.accounts()
  const registered = accounts.filter((account) => account.registered)
  const own = accounts.filter((account) => !account.registered)
  const after = (of: Outcome['of']) => (outcome?.of === of ? outcome.markup : null)
  const typed = (of: Outcome['of']) => (outcome?.of === of ? outcome.typed : NOTHING)
  return layout(
    'Wallet',
    html`<h1>Wallet</h1>
      <p class="lede">
        Payment pointers of this localnet, and what they received. The money is play money.
      </p>

      <section aria-labelledby="yours">
        <h2 id="yours">Your pointers</h2>
        ${registered.length > 0 ? table(home, 'registered', registered, now) : html`<p>There are none yet.</p>`}
        <h3>Register a pointer</h3>
        ${after('pointers')} ${registerForm(home, typed('pointers'))}
      </section>

      <section aria-labelledby="splits">
        <h2 id="splits">Revenue splits</h2>
        <p>
          A split is a pointer that is paid for several. Each payer that asks it is given to one of
          them by chance, by their weights.
        </p>
        ${splitList(home)}
        <h3>Make a split</h3>
        ${after('splits')} ${splitForm(home, typed('splits'))}
      </section>

      <section aria-labelledby="receipts">
        <h2 id="receipts">Check a receipt</h2>
        <p>
          A wallet signs a STREAM receipt for what it got, and the payer's browser hands it to the
          page in each event.
        </p>
        ${after('receipts')} ${receiptForm(typed('receipts'))}
      </section>

      <section aria-labelledby="own">
        <h2 id="own">The network's own pointers</h2>
        <p>
          The demo sites are paid to these, and <code>alice</code> of each wallet is there to be
          tried.
        </p>
        ${table(home, 'network', own, now)}
      </section>`,
  )
}
