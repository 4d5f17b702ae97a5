import type { Split } from '../store/splits.ts'
import type { Home } from './home.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import { majorUnits } from './major-units.ts'
import { pointerTitle } from './pointer-title.ts'

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`

/** A revenue split: what is due to each pointer by weight, and what it got. */
export const splitPage = (home: Home, split: Split): string => {
  const url = home.splitUrl(split)
  const address = url.replace('http://', '$')
  const accounts = home.accounts()
  const weights = split.shares.reduce((sum, { weight }) => sum + weight, 0)
  const answers = split.shares.reduce((sum, { chosen }) => sum + chosen, 0)
  const rows = split.shares.flatMap(({ pointer, weight, chosen }) => {
    const account = accounts.find(({ id }) => id === pointer)
    if (!account) return []
    const { received } = home.parts.book.recordOf(pointer, split.id)
    return html`<tr>
      <th scope="row"><a href="${account.path}">${account.address}</a></th>
      <td>${weight}</td>
      <td>${percent(weight, weights)}</td>
      <td>${chosen}</td>
      <td>${percent(chosen, answers)}</td>
      <td>${majorUnits(received, account.asset)}</td>
    </tr>`
  })
  return layout(
    address,
    html`<p><a href="/">Wallet</a></p>
      ${pointerTitle(address)}
      <p class="lede">
        A revenue split. Each payer is given to one of these pointers by chance, by weight.
      </p>
      <div class="scroll">
        <table id="shares" data-live>
          <thead>
            <tr>
              <th scope="col">Payment pointer</th>
              <th scope="col">Weight</th>
              <th scope="col">Due</th>
              <th scope="col">Payers</th>
              <th scope="col">Of all</th>
              <th scope="col">Received by way of the split</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
      <h2>Put it in a page</h2>
      <pre tabindex="0"><code>&lt;link rel="monetization" href="${url}" /&gt;
&lt;meta name="monetization" content="${address}" /&gt;</code></pre>`,
  )
}
