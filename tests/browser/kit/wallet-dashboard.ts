import type { Tab } from '../../../browsers/driver.ts'
import { pageCall } from '../../../browsers/page-call.ts'
import { waitUntil } from '../../../browsers/wait-until.ts'
import type { WalletBrowser } from './wallet-browser.ts'

/** What the dashboard shows at one moment; amounts in the smallest unit of their asset. */
export interface DashboardLook {
  readonly posted: bigint
  readonly inDoubt: bigint
  /** By asset: `USD/9`. */
  readonly received: Readonly<Record<string, bigint>>
  readonly sites: Readonly<Record<string, bigint>>
  readonly pages: Readonly<Record<string, bigint>>
}

/** These run in the dashboard. */
const look = () => {
  const pairs = (selector: string, name: string, amount: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].map(({ dataset }) => [
      dataset[name] ?? '',
      dataset[amount] ?? '0',
    ])
  const { posted = '0', inDoubt = '0' } =
    document.querySelector<HTMLElement>('.totals')?.dataset ?? {}
  return {
    posted,
    inDoubt,
    received: pairs('.totals [data-received]', 'asset', 'received'),
    sites: pairs('tr[data-origin]', 'origin', 'sent'),
    pages: pairs('tr[data-page]', 'page', 'sent'),
  }
}
type Raw = ReturnType<typeof look>

/** What a download gets is told to the test, too: where browsers put files is their own business. */
const listenToDownloads = (): void => {
  if ('saved' in window) return
  const saved: { text: string | null }[] = []
  Object.assign(window, { saved })
  const create = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (blob: Blob) => {
    const file: { text: string | null } = { text: null }
    saved.push(file)
    void blob.text().then((text) => (file.text = text))
    return create(blob)
  }
}
const choose = (label: string, value: string): void => {
  const labels = [...document.querySelectorAll('label')]
  const field = labels.find((one) => one.textContent.trim() === label)?.control
  if (!(field instanceof HTMLSelectElement)) throw new Error(`no choice ${label}`)
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
/** Nobody reads what sites got until `release` is called. */
const holdSites = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('tributary')
    opening.onerror = () => reject(new Error('no database'))
    opening.onsuccess = () => {
      const database = opening.result
      const store = database.transaction('sites', 'readwrite').objectStore('sites')
      let held = true
      const hold = (): void => {
        if (held) store.count().onsuccess = hold
        else database.close()
      }
      Object.assign(globalThis, { release: () => (held = false) })
      hold()
      resolve()
    }
  })

export const putFile = (text: string): void => {
  const field = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!field) throw new Error('no field for a file')
  const transfer = new DataTransfer()
  transfer.items.add(new File([text], 'settings.json', { type: 'application/json' }))
  field.files = transfer.files
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

const SAID_OF_FILE = `(document.querySelector('.take-file .error').textContent ||
  document.querySelector('.take-file > .progress').textContent.replace('Reading the file…', ''))`

/** Reads it all in one go, so that its figures belong together. */
export const lookAtDashboard = async (tab: Pick<Tab, 'evaluate'>): Promise<DashboardLook> => {
  const raw = await tab.evaluate<Raw>(pageCall(look))
  const record = (pairs: readonly string[][]) =>
    Object.fromEntries(pairs.map(([name = '', amount = '0']) => [name, BigInt(amount)]))
  return {
    posted: BigInt(raw.posted),
    inDoubt: BigInt(raw.inDoubt),
    received: record(raw.received),
    sites: record(raw.sites),
    pages: record(raw.pages),
  }
}

/** The dashboard as people use it. */
export class WalletDashboard {
  readonly tab: Tab

  constructor(tab: Tab) {
    this.tab = tab
  }

  look(): Promise<DashboardLook> {
    return lookAtDashboard(this.tab)
  }

  until(what: string, wish: (look: DashboardLook) => boolean): Promise<DashboardLook> {
    const ask = async () => {
      const now = await this.look()
      return wish(now) ? now : null
    }
    return waitUntil(ask, { what })
  }

  /** The text of the file that a button saves. */
  async saved(button: string): Promise<string> {
    await this.tab.evaluate(pageCall(listenToDownloads))
    const count = await this.tab.evaluate<number>('window.saved.length')
    await this.tab.clickButton(button)
    const read = () => this.tab.evaluate<string | null>(`window.saved[${count}]?.text ?? null`)
    return waitUntil(read, { what: `the file of ${button}` })
  }

  choose(label: string, value: string): Promise<void> {
    return this.tab.evaluate(pageCall(choose, label, value))
  }

  /** Keeps the rows of sites from being read while this runs. */
  async whileSitesAreHeld(run: () => Promise<void>): Promise<void> {
    await this.tab.evaluate(pageCall(holdSites))
    await run()
    await this.tab.evaluate('release()')
  }

  /** Shows a file of settings to the wallet; resolves with the question that is asked, or what is said of it. */
  async show(text: string): Promise<string> {
    await this.tab.evaluate(pageCall(putFile, text))
    await this.tab.clickButton('Use this file')
    const said = `document.querySelector('.import-preview .ask > p')?.textContent || ${SAID_OF_FILE}`
    const read = async () => (await this.tab.evaluate<string>(said)) || null
    return waitUntil(read, { what: 'what is said of the file' })
  }

  /** Gives the file to the wallet, whatever it asks; resolves with what is said in the end. */
  async take(text: string): Promise<string> {
    await this.show(text)
    if (await this.tab.evaluate<boolean>(`document.querySelector('.import-preview') !== null`))
      await this.tab.clickButton('Use them')
    return this.saidOfFile()
  }

  saidOfFile(): Promise<string> {
    const read = async () => (await this.tab.evaluate<string>(SAID_OF_FILE)) || null
    return waitUntil(read, { what: 'what is said in the end' })
  }
}

export const openDashboard = async (browser: WalletBrowser): Promise<WalletDashboard> => {
  const tab = await browser.openBeside(`${browser.driver.extensionOrigin}/dashboard.html`)
  // With its history, or what is below it moves.
  const whole = `document.querySelector('.connections') && document.querySelector('.totals, .empty')`
  await tab.waitFor(whole, { what: 'the dashboard' })
  return new WalletDashboard(tab)
}
