import { takeCredit } from '../../localnet/testing/take-credit.ts'
import type { Reason } from '../../src/reason/reason.ts'
import { pageWithLinks } from './kit/heard.ts'
import {
  namesNoAsset,
  nothingListens,
  refusesOrigins,
  refusesTokens,
  type OddConnector,
} from './kit/odd-connectors.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { openWire } from './kit/wire.ts'

test('says what is wrong with the connector, what can be done, and goes on when that was done', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  test.setTimeout(300_000)
  const other = localnet.btp[1]
  if (!other) throw new Error('localnet has no second account')
  const wire = await openWire(account.url)
  const browser = await launch()
  const popup = await browser.popupFor()
  await popup.setUp({ ...account, url: wire.url }, { budget: '5', rate: '3.6' })
  const page = await browser.open(site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] })))
  const aside = await browser.popupFor(page)
  await aside.paidAgain()

  /** Whatever answers at the connector's address. */
  const meet = async (odd: Promise<OddConnector>, reason: Reason, mend: () => Promise<void>) => {
    const { url, close } = await odd
    await wire.lead(url)
    await aside.told(reason)
    await wire.lead(account.url)
    await close()
    await mend()
    await aside.paidAgain()
  }
  const byItself = () => Promise.resolve()
  /** Asked again within a minute only; a background that starts again asks at once. */
  const startAgain = async () => {
    await browser.driver.killBackground()
    await aside.tab.reload()
  }
  try {
    await meet(nothingListens(), 'connector-unreachable', byItself)
    await meet(namesNoAsset(), 'no-asset', byItself)
    await meet(refusesTokens(), 'token-refused', async () => {
      await aside.tab.clickButton('Check the connection')
      await aside.tab.waitFor(`document.activeElement.matches('.connection > button')`, {
        what: 'the button to lead to the connection',
      })
      await startAgain()
    })
    await meet(refusesOrigins(), 'origin-refused', async () => {
      const code = await aside.tab.text('.page-card code')
      expect(code).toBe(browser.driver.extensionOrigin)
      await startAgain()
    })

    // It is asked again within half a minute; a page that is loaded anew asks at once.
    const giveCredit = await takeCredit(localnet.admin, account.entry)
    await aside.told('out-of-credit')
    await giveCredit()
    await page.reload()
    await aside.paidAgain()

    // Another entry of the connector, where this name and token are new: it makes an account of them.
    await wire.lead(other.url)
    await aside.told('other-account')
    await aside.tab.clickButton('Go on with this account')
    await aside.until('the budget of the other account', ({ view }) => view === 'budget')
    await aside.tab.fillField('Monthly budget', '5')
    await aside.tab.clickButton('Start')
    await aside.paidAgain()
  } finally {
    await wire.close()
  }
})
