import { waitUntil } from '../../browsers/wait-until.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { usdPointers } from '../browser/kit/paid-pages.ts'
import type { TestSite } from '../browser/kit/test-site.ts'
import type { Chance } from '../simulate/chance.ts'
import type { SoakBrowser, SoakTab } from './browser/soak-browser.ts'

/** The tabs that are there from beginning to end, and those that come and go. */
export interface Stage {
  readonly browser: SoakBrowser
  readonly chance: Chance
  /** Addresses of monetized pages. */
  readonly sites: readonly string[]
  /** Its document stays all the time, so that it can show what pages are left with. */
  readonly steady: SoakTab
  /** These are reloaded, led elsewhere and back. */
  readonly others: readonly SoakTab[]
  readonly extras: SoakTab[]
}

/** It counts, and keeps nothing that would grow; nor does the browser keep how long its frames took to load. */
const COUNTER = `<script>
  performance.setResourceTimingBufferSize(0)
  window.paid = 0
  document.addEventListener('monetization', () => (window.paid += 1), true)
</script>`

const link = (pointer: string): string => `<link rel="monetization" href="${pointer}">`

export const setStage = async (
  browser: SoakBrowser,
  chance: Chance,
  localnet: Localnet,
  site: TestSite,
): Promise<Stage> => {
  const [one, two] = usdPointers(localnet)
  site.page('/frame', `<!doctype html><title>Frame</title>${link(two)}`)
  const steadyUrl = site.page('/', `<!doctype html><title>Steady</title>${COUNTER}${link(one)}`)
  const sites = localnet.sites.map(({ url }) => url)
  const others: SoakTab[] = []
  for (const url of sites) others.push(await browser.open(url))
  const steady = await browser.open(steadyUrl)
  return { browser, chance, sites, steady, others, extras: [] }
}

/** As it was before all acts: the steady page is shown, alone with its tag, and is paid this many times more. */
export const settleStage = async ({ steady, extras }: Stage, payments: number): Promise<void> => {
  for (const extra of extras.splice(0)) await extra.close()
  await steady.show()
  const bare = `document.querySelectorAll('link').length === 1 && !document.querySelector('iframe')`
  const paid = () => steady.evaluate<number>(`${bare} ? window.paid : null`)
  const before = await waitUntil(paid, { what: 'the steady page to be as it was' })
  await waitUntil(async () => ((await paid()) >= before + payments ? true : null), {
    what: `the steady page to be paid ${payments} times more`,
  })
}
