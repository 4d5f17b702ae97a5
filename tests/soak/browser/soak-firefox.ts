import type { Tab } from '../../../browsers/driver.ts'
import type { FirefoxDriver } from '../../../browsers/firefox/firefox-driver.ts'
import { readReports } from './firefox-reports.ts'
import type { HeapFigures, SoakBrowser, SoakTab } from './soak-browser.ts'

class FirefoxSoakTab implements SoakTab {
  readonly tab: Tab

  constructor(tab: Tab) {
    this.tab = tab
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.tab.evaluate<T>(expression)
  }

  show(): Promise<void> {
    return this.tab.bringToFront()
  }

  close(): Promise<void> {
    return this.tab.close()
  }
}

/** Firefox, which counts its memory by window. */
export class SoakFirefox implements SoakBrowser {
  readonly version: string
  readonly extensionOrigin: string
  readonly #driver: FirefoxDriver

  constructor(driver: FirefoxDriver) {
    this.#driver = driver
    this.version = driver.version
    this.extensionOrigin = driver.extensionOrigin
  }

  async open(url: string): Promise<SoakTab> {
    return new FirefoxSoakTab(await this.#driver.openTab(url))
  }

  stopBackground(): Promise<void> {
    return this.#driver.killBackground()
  }

  backgroundHeap(): Promise<HeapFigures> {
    return this.#heapOf(`${this.extensionOrigin}/_generated_background_page.html`)
  }

  async pageHeap(tab: SoakTab): Promise<HeapFigures> {
    return this.#heapOf(await tab.evaluate<string>('location.href'))
  }

  async #heapOf(url: string): Promise<HeapFigures> {
    const { bytes, listeners } = await readReports(this.#driver, url)
    return { objects: bytes, compiled: null, records: null, listeners, ports: null, sockets: null }
  }
}
