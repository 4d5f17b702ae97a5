import { fileURLToPath } from 'node:url'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

const OTHER = fileURLToPath(new URL('./kit/other-wallet', import.meta.url))
const NOTICE = `document.querySelector('[data-notice=other-wallet]')`

test('says that another wallet is at work on a page, and leaves the site to it when told', async ({
  launch,
  account,
  localnet,
  site,
}) => {
  const browser = await launch({ besides: [OTHER] })
  const setup = await browser.popupFor()
  await setup.setUp(account, { budget: '5', rate: '3.6' })
  const [pointer] = usdPointers(localnet)
  const page = await browser.open(site.page('/both', pageWithLinks({ a: pointer })))
  const popup = await browser.popupFor(page)
  await untilHeard(page, 'monetization', 'a')
  await page.evaluate(`void document.dispatchEvent(new Event('go'))`)
  await popup.tab.waitFor(NOTICE, { what: 'the other wallet to be noticed' })
  expect(await popup.tab.text('[data-notice=other-wallet] p')).toContain('Another Web Monetization')

  await popup.tab.clickButton('Leave this site to the other one')
  await popup.unpaid('never-pay')
  expect(await popup.tab.evaluate(`${NOTICE} === null`)).toBe(true)
})

test('takes the events of a page for its own wallet, and no page for two', async ({
  wallet,
  localnet,
  site,
}) => {
  const [pointer] = usdPointers(localnet)
  const page = await wallet.open(site.page('/one', pageWithLinks({ a: pointer })))
  const popup = await wallet.popupFor(page)
  await untilHeard(page, 'monetization', 'a', 3)
  expect(await popup.tab.evaluate(`${NOTICE} === null`)).toBe(true)
})
