import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core'
import type { BrowserDriver, Tab, Theme } from '../driver.ts'
import type { OwnedProcess } from '../owned-process.ts'
import { POPUP_SIZE } from '../popup-size.ts'
import { tabIdByTitle } from '../tab-id-by-title.ts'
import { waitUntil } from '../wait-until.ts'
import { ChromiumTab } from './chromium-tab.ts'

/** A worker that runs answers in a fraction of this. */
const ANSWER_MS = 500

/** Whether it answers, and that this is true: one that ends before it answers never does. */
const answers = (worker: Worker, expression: string): Promise<boolean> =>
  Promise.race([worker.evaluate<boolean>(expression).catch(() => false), delay(ANSWER_MS, false)])

interface Parts {
  readonly context: BrowserContext
  readonly cdp: CDPSession
  readonly owned: OwnedProcess
  readonly extensionOrigin: string
  readonly version: string
}

/** Chromium under Playwright. */
export class ChromiumDriver implements BrowserDriver {
  readonly kind = 'chrome'
  readonly version: string
  readonly profileDir: string
  readonly extensionOrigin: string
  readonly #parts: Parts
  #opening: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
    this.version = parts.version
    this.profileDir = parts.owned.profile.dir
    this.extensionOrigin = parts.extensionOrigin
  }

  openTab(url: string): Promise<Tab> {
    return this.#create(url, {})
  }

  newWindow(url: string): Promise<Tab> {
    return this.#create(url, { newWindow: true })
  }

  tabIdOf(tab: Tab): Promise<number> {
    const url = `${this.extensionOrigin}/manifest.json`
    return tabIdByTitle(tab, () => this.#create(url, { background: true }))
  }

  async openPopupFor(tab: Tab): Promise<Tab> {
    // Under Playwright every page is visible and focused anyway; the window is for the eyes of people.
    const tabId = await this.tabIdOf(tab)
    const popup = await this.newWindow(`${this.extensionOrigin}/popup.html?tabId=${tabId}`)
    await popup.setViewport(POPUP_SIZE.width, POPUP_SIZE.height)
    return popup
  }

  async setTheme(theme: Theme): Promise<void> {
    for (const page of this.#parts.context.pages())
      await page.emulateMedia({
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        contrast: theme === 'more contrast' ? 'more' : 'no-preference',
        forcedColors: theme === 'forced colours' ? 'active' : 'none',
      })
  }

  leaveAlone(): Promise<void> {
    return Promise.reject(new Error('Chromium asks the screen, and headless it has none'))
  }

  async backgroundRunning(): Promise<boolean> {
    return (await this.#workers()).length > 0
  }

  async killBackground(): Promise<void> {
    const { context, cdp } = this.#parts
    const ours = () => context.serviceWorkers().filter((worker) => this.#isOurs(worker.url()))
    // A page with a port revives it at once and under the same id, so the old one is marked.
    for (const worker of ours()) {
      const marked = async () =>
        !ours().includes(worker) || (await answers(worker, '(globalThis.isToEnd = true)'))
      await waitUntil(async () => ((await marked()) ? true : null), { what: 'the old background' })
    }
    for (const { targetId } of await this.#workers()) {
      await cdp.send('Target.closeTarget', { targetId })
    }
    const ended = async () => {
      if (!(await this.backgroundRunning())) return true
      const [worker] = ours()
      return worker && (await answers(worker, 'globalThis.isToEnd !== true')) ? true : null
    }
    await waitUntil(ended, { what: 'the background to stop' })
  }

  async close(): Promise<void> {
    await this.#parts.context.close()
    await this.#parts.owned.ended()
  }

  async kill(): Promise<void> {
    await this.#parts.owned.kill()
  }

  async #workers() {
    const filter = [{ type: 'service_worker' }]
    const { targetInfos } = await this.#parts.cdp.send('Target.getTargets', { filter })
    return targetInfos.filter(({ url }) => this.#isOurs(url))
  }

  #isOurs(url: string): boolean {
    return url.startsWith(`${this.extensionOrigin}/`)
  }

  /** One at a time: only so is the next new page surely the one asked for. */
  async #create(url: string, how: { newWindow?: boolean; background?: boolean }): Promise<Tab> {
    const turn = this.#opening.then(() => this.#createPage(how))
    this.#opening = turn.catch(() => {})
    const tab = new ChromiumTab(await turn)
    await tab.goto(url)
    return tab
  }

  async #createPage(how: { newWindow?: boolean; background?: boolean }): Promise<Page> {
    const { context, cdp } = this.#parts
    const [page] = await Promise.all([
      context.waitForEvent('page', { predicate: (page) => page.url() === 'about:blank' }),
      cdp.send('Target.createTarget', { url: 'about:blank', ...how }),
    ])
    return page
  }
}
