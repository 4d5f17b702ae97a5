import { tabIdByTitle } from '../tab-id-by-title.ts'
import type { BrowserDriver, Tab, Theme } from '../driver.ts'
import type { OwnedProcess } from '../owned-process.ts'
import { POPUP_SIZE } from '../popup-size.ts'
import { waitUntil } from '../wait-until.ts'
import type { BidiClient } from './bidi-client.ts'
import { evaluateInChrome } from './chrome-scope.ts'
import type { ConnectProxy } from './connect-proxy.ts'
import { FirefoxTab } from './firefox-tab.ts'

interface Parts {
  readonly bidi: BidiClient
  readonly owned: OwnedProcess
  readonly proxy: ConnectProxy | undefined
  readonly extensionId: string
  readonly uuid: string
  readonly version: string
}

interface Tree {
  readonly contexts: readonly { readonly context: string }[]
}

async function firstTab(bidi: BidiClient): Promise<string> {
  const { contexts } = await bidi.send<Tree>('browsingContext.getTree', { maxDepth: 0 })
  const [first] = contexts
  if (!first) throw new Error('Firefox has no tab')
  return first.context
}

/** Firefox over WebDriver BiDi. */
export class FirefoxDriver implements BrowserDriver {
  readonly kind = 'firefox'
  readonly version: string
  readonly profileDir: string
  readonly extensionOrigin: string
  readonly #parts: Parts
  /** The tab Firefox starts with: it stays, and says which window is the first. */
  readonly #firstTab: Promise<string>

  constructor(parts: Parts) {
    this.#parts = parts
    this.version = `Firefox ${parts.version}`
    this.profileDir = parts.owned.profile.dir
    this.extensionOrigin = `moz-extension://${parts.uuid}`
    this.#firstTab = firstTab(parts.bidi)
    // Whoever opens a tab hears of it; nobody else needs to.
    this.#firstTab.catch(() => {})
  }

  async openTab(url: string): Promise<Tab> {
    return await this.#create(url, { type: 'tab', referenceContext: await this.#firstTab })
  }

  newWindow(url: string): Promise<Tab> {
    return this.#create(url, { type: 'window' })
  }

  tabIdOf(tab: Tab): Promise<number> {
    const url = `${this.extensionOrigin}/manifest.json`
    return tabIdByTitle(tab, () => this.#create(url, { type: 'tab', background: true }))
  }

  async openPopupFor(tab: Tab): Promise<Tab> {
    // Headless Firefox hides the tabs behind the selected one of each window, but no window behind
    // another: in a window of its own the popup leaves the page visible, if not focused.
    const tabId = await this.tabIdOf(tab)
    const popup = await this.newWindow(`${this.extensionOrigin}/popup.html?tabId=${tabId}`)
    await popup.setViewport(POPUP_SIZE.width, POPUP_SIZE.height)
    return popup
  }

  async setTheme(theme: Theme): Promise<void> {
    const prefs = {
      'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
      // Colours that override those of pages are what Firefox knows of both.
      'browser.display.document_color_use': /contrast|forced/.test(theme) ? 2 : 1,
    }
    const set = Object.entries(prefs).map(
      ([name, value]) => `Services.prefs.setIntPref(${JSON.stringify(name)}, ${value})`,
    )
    await this.evaluateInBrowser(`(${set.join(', ')}, true)`)
  }

  async leaveAlone(ms: number): Promise<void> {
    const service = `Cc['@mozilla.org/widget/useridleservice;1'].getService(Ci.nsIUserIdleServiceInternal)`
    await this.evaluateInBrowser(`(${service}.resetIdleTimeOut(${ms}), true)`)
  }

  /** The value of an expression with the rights of the browser itself; promises are awaited, the result goes through JSON. */
  evaluateInBrowser<T>(expression: string): Promise<T> {
    return evaluateInChrome<T>(this.#parts.bidi, expression)
  }

  async backgroundRunning(): Promise<boolean> {
    return (await this.#inExtension<string>('backgroundState')) === 'running'
  }

  async killBackground(): Promise<void> {
    const anyway = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }'
    // A page may have revived it before it was seen stopped, which looks like one that never was: once more, then.
    const stopped = async () => {
      await this.#inExtension(`terminateBackground(${anyway})`)
      return (await this.backgroundRunning()) ? null : true
    }
    await waitUntil(stopped, { what: 'the background to stop' })
  }

  async close(): Promise<void> {
    // The connection may end before the answer comes.
    await this.#parts.bidi.send('browser.close').catch(() => {})
    await this.#parts.owned.ended()
    this.#disconnect()
  }

  async kill(): Promise<void> {
    await this.#parts.owned.kill()
    this.#disconnect()
  }

  #disconnect(): void {
    this.#parts.bidi.close()
    this.#parts.proxy?.close()
  }

  async #inExtension<T>(member: string): Promise<T> {
    const id = JSON.stringify(this.#parts.extensionId)
    const policy = `WebExtensionPolicy.getByID(${id})`
    return await this.evaluateInBrowser<T>(`${policy}.extension.${member}`)
  }

  async #create(url: string, how: object): Promise<FirefoxTab> {
    const { bidi } = this.#parts
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', how)
    const tab = new FirefoxTab(bidi, context)
    await tab.goto(url)
    return tab
  }
}
