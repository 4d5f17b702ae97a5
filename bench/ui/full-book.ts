import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserDriver } from '../../browsers/driver.ts'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import { buildPages } from '../build-pages.ts'
import { siteOrigin } from '../paid-packet.ts'
import { DAYS, SITES } from './history-size.ts'

const DAYS_AT_ONCE = 20

/** The extension as it was built, and one more page that can fill its book. The folder is to be deleted. */
export const withFillPage = async (built: string): Promise<string> => {
  const dir = mkdtempSync(join(tmpdir(), 'tributary-bench-full-'))
  cpSync(built, dir, { recursive: true })
  const root = fileURLToPath(new URL('./extension', import.meta.url))
  await buildPages(root, ['fill.html'], dir)
  return dir
}

/** Says something to the wallet from its popup, the only page besides the dashboard that it listens to. */
const askWallet = async <T>(driver: BrowserDriver, message: object, found: string): Promise<T> => {
  const tab = await driver.openTab(`${driver.extensionOrigin}/popup.html`)
  try {
    return await tab.evaluate<T>(`new Promise((resolve, reject) => {
      const port = chrome.runtime.connect({ name: 'popup' })
      port.onDisconnect.addListener(() => reject(new Error('The wallet does not listen')))
      port.onMessage.addListener(({ kind, snapshot, failure }) => {
        if (failure) reject(new Error(JSON.stringify(failure)))
        if (${found}) resolve(snapshot ?? null)
      })
      port.postMessage(${JSON.stringify(message)})
    })`)
  } finally {
    await tab.close()
  }
}

const command = async (driver: BrowserDriver, name: string, payload: object): Promise<void> => {
  const message = { kind: 'command', id: name, name, payload }
  await askWallet(driver, message, `kind === 'answer'`)
}

/** The name of the book of a wallet that is set up. */
export const bookOf = async (driver: BrowserDriver): Promise<string> => {
  const message = { kind: 'watch', tabId: null }
  const { connection } = await askWallet<Snapshot>(driver, message, `kind === 'snapshot'`)
  if (!connection) throw new Error('The wallet is not set up')
  return connection.book
}

/** Two years of payments to thousands of sites, before the wallet opens this book for the first time. */
export const fillBook = async (driver: BrowserDriver, book: string): Promise<void> => {
  // Otherwise a wallet that starts meanwhile deletes the pages.
  await command(driver, 'setPageDays', { days: '365' })
  const tab = await driver.openTab(`${driver.extensionOrigin}/fill.html`)
  await tab.waitFor('globalThis.fill', { what: 'the page that fills the book' })
  await tab.evaluate(`fill.begin(${JSON.stringify(book)})`)
  for (let left = DAYS; left > 0; left -= DAYS_AT_ONCE) {
    const to = Math.max(0, left - DAYS_AT_ONCE)
    await tab.evaluate(`fill.pay(${left - 1}, ${to - 1})`)
    process.stderr.write(`\r${DAYS - to} of ${DAYS} days`)
  }
  process.stderr.write('\n')
  await tab.close()
}

/** A rule for every site, after the wallet was set up. */
export const decideAll = async (driver: BrowserDriver): Promise<void> => {
  const origins = Array.from({ length: SITES }, (_, n) => siteOrigin(n))
  const some = (nth: number) => origins.filter((_, n) => n % 3 === nth).join(' ')
  await command(driver, 'setSiteRules', { origins: some(0), change: 'never', amount: '' })
  await command(driver, 'setSiteRules', { origins: some(1), change: 'rate', amount: '1.5' })
  await command(driver, 'setSiteRules', { origins: some(2), change: 'cap', amount: '2' })
}
