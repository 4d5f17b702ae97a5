import { pageCall } from '../../browsers/page-call.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import type { BtpAccount } from '../../localnet/announcement.ts'
import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { loseDatabase, loseEverything } from './kit/lose-database.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import type { WalletBrowser } from './kit/wallet-browser.ts'

/** Runs in the popup. What a download gets is told to the test, too: where browsers put files is their own business. */
const listenToDownloads = (): void => {
  const saved: { name: string; text: string }[] = []
  Object.assign(window, { saved })
  const create = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (blob: Blob) => {
    const file = { name: '', text: '' }
    saved.push(file)
    void blob.text().then((text) => (file.text = text))
    return create(blob)
  }
}

/** A wallet that has spent a part of its nine ticks, and pays nobody now. */
const spendSome = async (browser: WalletBrowser, account: BtpAccount, url: string) => {
  const popup = await browser.popupFor()
  await popup.setUp(account, { budget: '0.009', rate: '3.6' })
  const page = await browser.open(url)
  await untilHeard(page, 'monetization', 'a', 2)
  const { budget } = await (await browser.popupFor(page)).closePage(page)
  expect(budget.spent).toBeGreaterThan(0n)
  return { popup, budget }
}

test('stops when its book is lost, saves what there is, and goes on with no budget given back', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const url = site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] }))
  const browser = await launch()
  const { popup, budget } = await spendSome(browser, account, url)

  await popup.tab.evaluate(pageCall(loseDatabase))
  await browser.driver.killBackground()
  await popup.tab.reload()
  await popup.until('the stop to be shown', ({ view }) => view === 'stopped')
  await popup.notice('book-damaged')
  await popup.tab.evaluate(pageCall(listenToDownloads))
  const repaired = await popup.beginNewBook()
  expect(repaired.budget).toMatchObject({ limit: budget.limit, spent: budget.spent })

  const read = () => popup.tab.evaluate<string>('window.saved[0]?.text ?? ""')
  const text = await waitUntil(async () => (await read()) || null, { what: 'the old book’s copy' })
  expect(JSON.parse(text)).toMatchObject({
    format: 'tributary-book',
    mirror: { counted: budget.spent.toString() },
    base: null,
    entries: [],
  })

  await browser.open(url)
  const end = await popup.until(
    'the rest to be spent',
    ({ budget }) => budget.left === 0n && budget.reserved === 0n,
  )
  await expectBooksToAgree(books, end)
  expect(await books.debit()).toBe(budget.limit)
})

test('gives no budget back where its settings are lost with its book, and is connected anew', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const url = site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] }))
  const browser = await launch()
  const { popup, budget } = await spendSome(browser, account, url)

  expect(await popup.tab.evaluate(pageCall(loseEverything))).toBe(true)
  await browser.driver.killBackground()
  await popup.tab.reload()
  await popup.connect(account)
  const repaired = await popup.beginNewBook()
  expect(repaired.budget).toMatchObject({ limit: budget.limit, spent: budget.spent })
  expect(await books.debit()).toBe(budget.spent)
})
