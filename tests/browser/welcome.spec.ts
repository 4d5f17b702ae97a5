import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { untilTitled } from './kit/toolbar-icon.ts'

test('the welcome page leads to the first payment', async ({ launch, account, localnet, site }) => {
  const browser = await launch()
  // The popup shows the way to it.
  const popup = await browser.popupFor()
  await popup.until('the first step', ({ view }) => view === 'connect')
  // Nobody who loads it unpacked, or for a while, is given a tab.
  const opened = `chrome.tabs.query({}).then((all) => all.filter(({ url }) => url?.endsWith('/welcome.html')).length)`
  expect(await popup.tab.evaluate(opened)).toBe(0)
  const link = `document.querySelector('a[target=_blank]').href`
  const welcome = await browser.open(await popup.tab.evaluate<string>(link))
  await welcome.fillField('Connector address', account.url)
  await welcome.fillField('Account name', account.username)
  await welcome.fillField('Access token', 'guessed')
  await welcome.clickButton('Connect')
  await welcome.waitFor(`document.querySelector('.field .error')`, { what: 'the test to fail' })
  expect(await welcome.text('.field .error')).toContain('refused this account name and token')
  await welcome.fillField('Access token', account.token)
  await welcome.setCheckbox('Developer mode', true)
  await welcome.clickButton('Connect')
  await welcome.waitFor(`document.querySelector('.amount-input')?.value === '5.00'`, {
    what: 'a budget to be proposed',
  })
  await welcome.clickButton('Start')
  expect(await welcome.text('[data-welcome=done]')).toContain('5.00 USD a month')
  await welcome.waitFor(`document.activeElement.matches('[data-welcome=done] h2')`, {
    what: 'the reading to go on there',
  })
  const shown = `[...document.images].every((one) => one.complete && one.naturalWidth > 0)`
  await welcome.waitFor(shown, { what: 'the pictures' })
  expect(await welcome.evaluate(`document.querySelector('[data-notice]')`)).toBeNull()

  const page = await browser.open(site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] })))
  await untilHeard(page, 'monetization', 'a')
})

test('says where the browser lets it see no page, and one press mends that', async ({
  kind,
  launch,
  account,
}) => {
  test.skip(kind !== 'firefox', 'Chromium takes no access away from what was loaded unpacked')
  const browser = await launch({
    extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false },
  })
  const popup = await browser.popupFor()
  await popup.setUp(account, { budget: '5' })
  const origins = `{ origins: chrome.runtime.getManifest().host_permissions }`
  await popup.tab.evaluate(`chrome.permissions.remove(${origins})`)
  await popup.notice('no-site-access')
  await untilTitled(popup.tab, null, 'does not let Tributary see')
  await popup.tab.clickButton('Allow on all sites')
  await popup.tab.waitFor(`!document.querySelector('[data-notice]')`, { what: 'the note to go' })
  expect(await popup.tab.evaluate(`chrome.permissions.contains(${origins})`)).toBe(true)
  await untilTitled(popup.tab, null, 'asks for no payment')
})
