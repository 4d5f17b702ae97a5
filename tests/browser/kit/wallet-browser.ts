import { fileURLToPath } from 'node:url'
import type { BrowserKind } from '../../../browsers/browser-kind.ts'
import type { BrowserDriver, Tab } from '../../../browsers/driver.ts'
import { launchBrowser } from '../../../browsers/launch-browser.ts'
import type { LaunchOptions } from '../../../browsers/launch-options.ts'
import { WalletPopup } from './wallet-popup.ts'

/** What `npm run build` wrote: nothing in it is made for tests. */
export const builtExtension = (kind: BrowserKind): string =>
  fileURLToPath(new URL(`../../../dist/${kind}`, import.meta.url))

/** A browser with the wallet in it, and the tabs that a test opened. */
export class WalletBrowser {
  readonly driver: BrowserDriver
  readonly #opened: Tab[] = []

  constructor(driver: BrowserDriver) {
    this.driver = driver
  }

  async open(url: string): Promise<Tab> {
    return this.#keep(await this.driver.openTab(url))
  }

  /** Beside the first window, so that pages in both are visible. */
  async openBeside(url: string): Promise<Tab> {
    return this.#keep(await this.driver.newWindow(url))
  }

  /** The popup speaking of that tab, or of none. */
  async popupFor(tab?: Tab): Promise<WalletPopup> {
    const url = `${this.driver.extensionOrigin}/popup.html`
    const popup = tab ? await this.driver.openPopupFor(tab) : await this.driver.newWindow(url)
    return new WalletPopup(this.#keep(popup))
  }

  /** Nothing of one test is left to be paid in the next. */
  async closeTabs(): Promise<void> {
    for (const tab of this.#opened.splice(0).reverse()) await tab.close().catch(() => {})
  }

  #keep(tab: Tab): Tab {
    this.#opened.push(tab)
    return tab
  }
}

export const launchWalletBrowser = async (
  kind: BrowserKind,
  options: Partial<LaunchOptions> = {},
): Promise<WalletBrowser> => {
  // No host but loopback unless a test maps one: nothing leaves the machine.
  const extensionDir = builtExtension(kind)
  return new WalletBrowser(await launchBrowser({ kind, extensionDir, hostMap: [], ...options }))
}
