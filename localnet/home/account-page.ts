import { chart, dayName, hourName } from './chart.ts'
import type { Account, Home } from './home.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import { assetName, majorUnits } from './major-units.ts'
import { pointerTitle } from './pointer-title.ts'
import { dayStarts, hourStarts, spans } from './time-spans.ts'

const HOURS = 24
const DAYS = 30

/** One payment pointer: what came in by hour and by day. */
export const accountPage = (home: Home, account: Account, now: Date): string => {
  const { id, address, url, asset, verified } = account
  const { book } = home.parts
  const [hours, days] = [hourStarts(now, HOURS), dayStarts(now, DAYS)]
  const slots = book.slots(id, days[0]!.getTime())
  const { received, packets } = book.record(id)
  return layout(
    address,
    html`<p><a href="/">Wallet</a></p>
      ${pointerTitle(address)}
      <p class="lede">${assetName(asset)}</p>
      <div id="came-in" data-live>
        <p class="amount">${majorUnits(received, asset)}</p>
        <p class="hint">in ${packets} packets</p>
        ${
          packets === 0
            ? html`<p>Nothing came in yet. It shows here as it comes.</p>`
            : [
                chart(`By hour, the last ${HOURS}`, spans(hours, slots), asset, hourName),
                chart(`By day, the last ${DAYS}`, spans(days, slots), asset, dayName),
              ]
        }
      </div>
      <h2>Put it in a page</h2>
      <pre tabindex="0"><code>&lt;link rel="monetization" href="${url}" /&gt;
&lt;meta name="monetization" content="${address}" /&gt;</code></pre>
      <p>With receipts, for pages that check what they are told: <code>${verified}</code></p>`,
  )
}
