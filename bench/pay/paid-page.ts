import type { BrowserDriver, Tab } from '../../browsers/driver.ts'
import type { TestSite } from '../../tests/browser/kit/test-site.ts'
import type { Wires } from './wires.ts'

/** Times in the page are milliseconds since 1970, as those of the wires are. */
const CLOCK = `globalThis.now = () => performance.timeOrigin + performance.now()
  globalThis.paidAt = []
  document.addEventListener('load', ({ target }) => target.id === 'tag' && (globalThis.knownAt ??= now()), true)
  addEventListener('monetization', () => paidAt.push(now()), true)`

/** Puts a page there that asks to be paid and knows when it was. */
export const putPaidPage = (site: TestSite, path: string, { pointer, echo }: Wires): string =>
  site.page(
    path,
    `<!doctype html><title>Page</title><script>${CLOCK}</script>
<link rel="monetization" id="tag" href="${pointer}" data-echo="${echo}">
<script>globalThis.foundAt = now()</script><p>Text`,
  )

/** When the tag was there, when its address had answered (null: never told), and when the first event came. */
export interface FirstEvent {
  readonly found: number
  readonly known: number | null
  readonly paid: number
}

const FIRST = '({ found: foundAt, known: globalThis.knownAt ?? null, paid: paidAt[0] })'

/** Goes there, and waits for the first event. */
export const firstEventAt = async (tab: Tab, url: string): Promise<FirstEvent> => {
  await tab.goto(url)
  await tab.waitFor('paidAt.length > 0', { what: `the first payment of ${url}` })
  return await tab.evaluate<FirstEvent>(FIRST)
}

export const inNewTab = async <T>(
  driver: BrowserDriver,
  work: (tab: Tab) => Promise<T>,
): Promise<T> => {
  const tab = await driver.openTab('about:blank')
  try {
    return await work(tab)
  } finally {
    await tab.close()
  }
}
