import { openDatedPointer } from '../connector/dated-pointer.ts'
import type { PeriodId } from '../../src/ledger/entry.ts'
import { claimBooks, dateBook, spoilBooks } from './kit/book-hands.ts'
import { pageWithLinks } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { untilTitled } from './kit/toolbar-icon.ts'

test('says what is wrong with the book, what can be done, and goes on when that was done', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  test.setTimeout(300_000)
  const browser = await launch()
  const pointer = await openDatedPointer(usdPointers(localnet)[0])
  const url = site.page('/', pageWithLinks({ a: pointer.address }))
  const setup = await browser.popupFor()
  /** Starts the wallet again; the popup too, so that it has heard from the new one. */
  const startAgain = async () => {
    await browser.driver.killBackground()
    await setup.tab.reload()
    await setup.until('the wallet', ({ view }) => view === 'main')
  }
  try {
    // Before there is anything to set a reason beside, the popup shows the first step instead of the page.
    const page = await browser.open(url)
    const popup = await browser.popupFor(page)
    await popup.until('the first step', ({ view }) => view === 'connect')
    await untilTitled(popup.tab, await browser.driver.tabIdOf(page), 'not set up yet')
    // No rate is typed: what is paid meanwhile would move the field.
    await setup.setUp(account, { budget: '5' })
    await popup.paidAgain()

    await claimBooks(popup.tab)
    await popup.told('replaced')
    await browser.driver.killBackground()
    await popup.tab.reload()
    await popup.paidAgain()

    const { budget } = await popup.closePage(page)
    await popup.tab.close()
    // The wallet was last used in another month, and nobody says which one it is now.
    await dateBook(setup.tab, '2020-02' as PeriodId)
    pointer.offMs = null
    await startAgain()
    const later = await browser.open(url)
    const aside = await browser.popupFor(later)
    const held = await aside.told('clock-jumped')
    expect(held.budget.spent).toBe(budget.spent)
    await aside.tab.clickButton('The date is right')
    const renewed = await aside.paidAgain()
    expect(renewed.budget.spent).toBe(renewed.page.sent)

    await spoilBooks(aside.tab)
    await aside.told('book-damaged')
    await aside.tab.clickButton('Begin a new book')
    await aside.paidAgain()
  } finally {
    await pointer.close()
  }
})
