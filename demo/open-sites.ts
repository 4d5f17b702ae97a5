import type { BrowserDriver, Tab } from '../browsers/driver.ts'
import type { PointerEntry, SiteEntry } from '../localnet/announcement.ts'
import type { Localnet } from '../localnet/localnet.ts'
import { say } from './say.ts'

/** A demo site in a tab of the browser. */
export interface OpenSite {
  readonly origin: string
  readonly page: Tab
  /** The receiver of each of its tags, in the page's order. */
  readonly receivers: readonly PointerEntry[]
  /** The popup's address where it speaks of this site. */
  readonly popupUrl: string
  /** Such a popup, in a tab behind the sites: it tells what each tag got, whichever site is in front. */
  readonly popup: Tab
}

const receiversOf = (site: SiteEntry, wallets: readonly PointerEntry[]): PointerEntry[] =>
  site.pointers.flatMap((pointer) => wallets.filter((wallet) => wallet.pointer === pointer))

/** Opens all of them, and then their popups. */
export const openSites = async (driver: BrowserDriver, localnet: Localnet): Promise<OpenSite[]> => {
  const pages: Tab[] = []
  for (const { url } of localnet.sites) {
    say(`  ${url}`)
    pages.push(await driver.openTab(url))
  }
  const sites: OpenSite[] = []
  for (const [index, page] of pages.entries()) {
    const site = localnet.sites[index]!
    const popupUrl = `${driver.extensionOrigin}/popup.html?tabId=${await driver.tabIdOf(page)}`
    const popup = await driver.openTab(popupUrl)
    const receivers = receiversOf(site, localnet.wallets)
    sites.push({ origin: site.origin, page, receivers, popupUrl, popup })
  }
  return sites
}
