import type { BareChromium } from '../../../browsers/chromium/bare-chromium.ts'
import { waitUntil } from '../../../browsers/wait-until.ts'
import { heapOf } from './heap-snapshot.ts'
import type { HeapFigures, SoakBrowser, SoakTab } from './soak-browser.ts'

class BareTab implements SoakTab {
  readonly id: string
  readonly #bare: BareChromium

  constructor(bare: BareChromium, id: string) {
    this.#bare = bare
    this.id = id
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.#bare.evaluate<T>(this.id, expression)
  }

  show(): Promise<void> {
    return this.#bare.activate(this.id)
  }

  close(): Promise<void> {
    return this.#bare.close(this.id)
  }
}

/** Chromium without Playwright, which would make every page visible. */
export class SoakChromium implements SoakBrowser {
  readonly version: string
  readonly extensionOrigin: string
  readonly #bare: BareChromium

  private constructor(bare: BareChromium, version: string) {
    this.#bare = bare
    this.version = version
    this.extensionOrigin = bare.extensionOrigin
  }

  static async of(bare: BareChromium): Promise<SoakChromium> {
    return new SoakChromium(bare, await bare.version())
  }

  async open(url: string): Promise<SoakTab> {
    return new BareTab(this.#bare, await this.#bare.open(url))
  }

  stopBackground(): Promise<void> {
    return this.#bare.stopBackground()
  }

  backgroundHeap(): Promise<HeapFigures> {
    const ask = async () => {
      const worker = await this.#bare.background()
      return worker ? await heapOf(this.#bare, worker.id) : null
    }
    return waitUntil(ask, { what: 'the heap of the background' })
  }

  pageHeap(tab: SoakTab): Promise<HeapFigures> {
    return heapOf(this.#bare, (tab as BareTab).id)
  }
}
