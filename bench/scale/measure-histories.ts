import type { BareChromium } from '../../browsers/chromium/bare-chromium.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import type { BrowserDriver } from '../../browsers/driver.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { heapOf } from '../../tests/soak/browser/heap-snapshot.ts'
import { setUpPayer } from '../set-up-payer.ts'
import { withPrepared } from './bare-wallet.ts'
import type { Curves } from './curves.ts'

export interface HistorySize {
  readonly packets: number
  readonly sites: number
  /** Each of them has its own share of the sites, and of the packets; the last is this one. */
  readonly months: number
}

/** A page that the wallet listens to; in the copy of the extension it is the one that fills. */
export const ASKING_PAGE = 'welcome.html'

const AT_ONCE = 20_000

const fill = async (driver: BrowserDriver, book: string, history: HistorySize) => {
  const { packets, sites, months } = history
  const tab = await driver.openTab(`${driver.extensionOrigin}/fill.html`)
  await tab.waitFor('globalThis.fill', { what: 'the page that fills the book' })
  await tab.evaluate(`fill.begin(${JSON.stringify(book)})`)
  for (let month = 0; month < months; month++) {
    const [from = 0, to = 0] = [month, month + 1].map((n) => Math.round((sites * n) / months))
    const own = Math.round((packets * (to - from)) / sites)
    for (let done = 0; done < own; done += AT_ONCE) {
      const count = Math.min(AT_ONCE, own - done)
      await tab.evaluate(`fill.add(${count}, ${months - 1 - month}, ${to - from}, ${from})`)
      const all = Math.round((packets * from) / sites) + done + count
      process.stderr.write(`\r${all} of ${packets} packets`)
    }
  }
  process.stderr.write('\n')
  await tab.close()
}

/** Milliseconds from a message to a background that was stopped until its answer. */
const startUp = async (bare: BareChromium): Promise<number> => {
  const page = await bare.open(`${bare.extensionOrigin}/${ASKING_PAGE}`)
  const ready = () => bare.evaluate<true | null>(page, 'globalThis.fill ? true : null')
  await waitUntil(ready, { what: 'the page that asks' })
  await bare.stopBackground()
  const ms = await bare.evaluate<number>(page, 'fill.ask()')
  await bare.close(page)
  return ms
}

const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`

const popupPaint = async (bare: BareChromium): Promise<number> => {
  const page = await bare.open(`${bare.extensionOrigin}/popup.html`)
  const painted = () => bare.evaluate<number | undefined>(page, FIRST_PAINT)
  const ms = await waitUntil(painted, { what: 'the first contentful paint' })
  await bare.close(page)
  return ms
}

/** A wallet with such a history, round after round. */
const measureHistory = async (
  extensionDir: string,
  localnet: Localnet,
  book: string,
  history: HistorySize,
  rounds: number,
  add: (row: string, value: number) => void,
): Promise<void> =>
  withPrepared(
    extensionDir,
    async (driver) => {
      // Before the wallet opens this book for the first time.
      await fill(driver, book, history)
      await setUpPayer(driver, localnet)
    },
    async (bare) => {
      // The process of the extension runs already, as it does where anything of it is open.
      await bare.open(`${bare.extensionOrigin}/manifest.json`)
      for (let round = 0; round < rounds; round++) {
        add('background started, answered', await startUp(bare))
        const worker = await bare.background()
        if (!worker) throw new Error('The background that answered is gone')
        const { objects } = await heapOf(bare, worker.id)
        add('background: heap, KiB', objects / 1_024)
        add('popup painted, awake', await popupPaint(bare))
        await bare.stopBackground()
        add('popup painted, asleep', await popupPaint(bare))
      }
    },
  )

/** The same for each size; `sizeOf` tells by which the curve goes. */
export const measureHistories = async (
  from: { readonly extensionDir: string; readonly localnet: Localnet; readonly book: string },
  histories: readonly HistorySize[],
  sizeOf: (history: HistorySize) => number,
  rounds: number,
  curves: Curves,
): Promise<void> => {
  for (const history of histories)
    await measureHistory(from.extensionDir, from.localnet, from.book, history, rounds, (row, ms) =>
      curves.add(row, sizeOf(history), ms),
    )
}
