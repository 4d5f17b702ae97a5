import type { BrowserDriver } from '../../browsers/driver.ts'
import { commandWallet } from '../ask-wallet.ts'
import { siteOrigin } from '../paid-packet.ts'
import { DAYS, SITES } from './history-size.ts'

const DAYS_AT_ONCE = 20

/** Two years of payments to thousands of sites, before the wallet opens this book for the first time. */
export const fillBook = async (driver: BrowserDriver, book: string): Promise<void> => {
  // Otherwise a wallet that starts meanwhile deletes the pages.
  await commandWallet(driver, 'setPageDays', { days: '365' })
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
  await commandWallet(driver, 'setSiteRules', { origins: some(0), change: 'never', amount: '' })
  await commandWallet(driver, 'setSiteRules', { origins: some(1), change: 'rate', amount: '1.5' })
  await commandWallet(driver, 'setSiteRules', { origins: some(2), change: 'cap', amount: '2' })
}
