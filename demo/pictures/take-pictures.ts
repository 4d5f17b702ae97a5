import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserDriver, Tab } from '../../browsers/driver.ts'
import type { BtpAccount } from '../../localnet/announcement.ts'
import { parseAmount } from '../../src/money/parse-amount.ts'
import { say } from '../say.ts'
import { saveSetting } from '../wallet/save-setting.ts'
import { setUpWallet } from '../wallet/set-up-wallet.ts'
import { composeForStores } from './compose-for-stores.ts'
import { SHOWN_SITES, SHOWN_WALLETS } from './sites.ts'

interface Parts {
  readonly driver: BrowserDriver
  readonly account: BtpAccount
  readonly folder: string
}

/** What stores take (Chrome Web Store, "Supplying images"), and about what a window is. */
const PAGE_SIZE = { width: 1280, height: 800 } as const
/** Down to its table of sites. */
const HISTORY_HEIGHT = 1150
const MOST_BYTES = 180_000

/** Fast, so that there is something to see within a minute; and then one that people would choose. */
const [FAST, USUAL] = ['72', '0.60']
const BUDGET = '5.00'
/** The slowest part: a whole budget's worth of seconds. */
const PATIENCE_MS = 120_000

export const takePictures = async ({ driver, account, folder }: Parts): Promise<void> => {
  const amount = (text: string): bigint => {
    const units = parseAmount(text, account.asset.scale)
    if (typeof units === 'string') throw new Error(`${text}: ${units}`)
    return units
  }
  const picture = async (tab: Tab, name: string): Promise<string> => {
    const path = join(folder, `${name}.png`)
    await tab.screenshot(path)
    const { size } = statSync(path)
    if (size > MOST_BYTES)
      throw new Error(`${name}.png has ${size} bytes: more than a README should load`)
    say(`  ${name}.png, ${Math.round(size / 1_000)} kB`)
    return path
  }
  const inBothThemes = async (tab: Tab, name: string): Promise<string> => {
    const light = await picture(tab, name)
    await driver.setTheme('dark')
    await picture(tab, `${name}-dark`)
    await driver.setTheme('light')
    return light
  }
  const wide = async (path: string): Promise<Tab> => {
    const tab = await driver.newWindow(path)
    await tab.setViewport(PAGE_SIZE.width, PAGE_SIZE.height)
    return tab
  }
  const origin = driver.extensionOrigin
  await driver.setTheme('light')

  say('Setting the wallet up')
  const welcome = await wide(`${origin}/welcome.html`)
  await welcome.waitFor(`document.querySelector('form')`, { what: 'the first step' })
  await picture(welcome, 'welcome')
  await welcome.close()
  const setup = await driver.openTab(`${origin}/popup.html`)
  const firstBudget = amount(BUDGET)
  await setUpWallet(setup, { account, ratePerHour: amount(FAST), firstBudget, budget: undefined })

  say('Paying the sites')
  await setup.setSwitch('Payments', true)
  for (const { host, units } of SHOWN_SITES) {
    const page = await driver.openTab(`https://${host}/`)
    const got = `document.querySelector('li.site[data-origin="https://${host}"]')?.dataset.sent ?? 0`
    await setup.waitFor(`BigInt(${got}) >= ${units}n`, {
      what: `${host} to be paid`,
      timeoutMs: PATIENCE_MS,
    })
    await page.close()
  }
  await saveSetting(setup, 'Hourly rate', USUAL)

  say('Taking pictures')
  const page = await wide(`https://${SHOWN_SITES[0].host}/`)
  const popup = await driver.openPopupFor(page)
  await popup.waitFor(`document.querySelector('[data-state=paying]')`, { what: 'a payment' })
  const shownPage = await picture(page, 'page')
  const paid = await inBothThemes(popup, 'popup')
  await popup.clickButton('Rate and cap')
  await popup.fillField('Monthly cap', '1.50')
  await picture(popup, 'popup-site')
  await popup.clickButton('Pay once')
  await popup.fillField('Amount to pay once', '0.25')
  await picture(popup, 'popup-once')
  const tried = await wide(`${origin}/try.html`)
  await tried.fillField('Payment pointer', `$${SHOWN_WALLETS[1]}/alice`)
  await tried.clickButton('Pay it while I look')
  const payments = `document.querySelectorAll('[data-heard=monetization]').length`
  await tried.waitFor(`${payments} > 2`, { what: 'three payments' })
  await picture(tried, 'try')

  const bare = await driver.openTab(`https://${SHOWN_SITES[3].host}/plain`)
  const unpaid = await driver.openPopupFor(bare)
  await unpaid.waitFor(`document.querySelector('[data-state=no-tag]')`, { what: 'no tag' })
  await picture(unpaid, 'popup-not-paid')

  const history = await wide(`${origin}/dashboard.html`)
  await history.waitFor(`document.querySelector('tr[data-origin]')`, { what: 'the history' })
  const dashboard = await picture(history, 'history')
  await history.setViewport(PAGE_SIZE.width, HISTORY_HEIGHT)
  await inBothThemes(history, 'dashboard')

  const stage = await wide('about:blank')
  for (const [name, html] of composeForStores({ page: shownPage, popup: paid, dashboard })) {
    await stage.evaluate(`document.documentElement.innerHTML = ${JSON.stringify(html)}`)
    await stage.waitFor(`[...document.images].every((one) => one.complete)`, { what: name })
    await picture(stage, name)
  }
}
