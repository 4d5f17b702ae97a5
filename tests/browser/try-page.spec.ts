import type { Tab } from '../../browsers/driver.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { openBooks } from './kit/books.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

const untilHeardOf = (page: Tab, type: string): Promise<void> =>
  page.waitFor(`document.querySelector('[data-heard=${type}]')`, { what: `${type} to be heard` })

test('the try-it page is paid, to the unit, to whom its reader names', async ({
  launch,
  account,
  localnet,
}) => {
  const browser = await launch()
  const books = await openBooks(localnet, account)
  const [pointer] = usdPointers(localnet)
  const origin = browser.driver.extensionOrigin
  const page = await browser.open(`${origin}/try.html`)
  // Nothing can be tried before the first run; the way to it is shown.
  expect(await page.text('.welcome-link a')).toBe('New here? See how it works')
  const setup = await browser.popupFor()
  await setup.setUp(account, { budget: '5', rate: '3.6' })

  await page.bringToFront()
  await page.fillField('Payment pointer', 'wallet example')
  await page.clickButton('Pay it while I look')
  expect(await page.text('.field .error')).toContain('no payment pointer')
  expect(await page.evaluate(`document.querySelector('.field input').value`)).toBe('wallet example')
  expect(await page.evaluate(`document.querySelector('link[rel=monetization]')`)).toBeNull()

  const [{ pointer: spelled } = { pointer: '' }] = localnet.wallets.filter(
    ({ url }) => url === pointer,
  )
  await page.fillField('Payment pointer', spelled)
  await page.clickButton('Pay it while I look')
  await untilHeardOf(page, 'load')
  await untilHeardOf(page, 'monetization')
  expect(await page.text('.heard')).toMatch(/\d USD/)
  await page.waitFor(`document.querySelector('.page-card').dataset.state === 'paying'`, {
    what: 'the page to say that it is paid',
  })
  await page.clickButton('Stop')
  await page.waitFor(`!document.querySelector('.page-card')`, { what: 'the page to stop' })

  // A last packet may have left before the wallet heard of the end.
  const agreed = async () => {
    const { sites, budget } = await setup.look()
    const { received } = await books.received(pointer)
    const told = sites.reduce((sum, { sent }) => sum + sent, 0n)
    const rest = budget.reserved + ((await books.debit()) - received)
    return received > 0n && told === received && rest === 0n ? sites : null
  }
  const sites = await waitUntil(agreed, { what: 'all books to say the same, to the unit' })
  expect(sites.map((site) => site.origin)).toEqual([origin])
  expect(await setup.tab.text('.sites')).toContain('Try-it page')
})
