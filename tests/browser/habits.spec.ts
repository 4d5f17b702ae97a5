import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { untilTitled } from './kit/toolbar-icon.ts'

/** Longer than extension/presence/watch-presence.ts takes for reading. */
const AWAY_MS = 301_000

/** Whether the checkbox with this label is on. */
const checked = (label: string): string =>
  `[...document.querySelectorAll('.checkbox')].some((one) => one.querySelector('label').textContent === ${JSON.stringify(label)} && one.querySelector('input').checked)`

test('a pause lasts through a restart, the toolbar says until when, and one press ends it', async ({
  launch,
  account,
  localnet,
  site,
}) => {
  const browser = await launch()
  await (await browser.popupFor()).setUp(account, { budget: '5', rate: '3.6' })
  const page = await browser.open(site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] })))
  const popup = await browser.popupFor(page)
  await page.bringToFront()
  await untilHeard(page, 'monetization', 'a')
  await popup.openSettings()
  await popup.tab.clickButton('Pause for an hour')
  await popup.unpaid('paused')
  const tabId = await browser.driver.tabIdOf(page)
  await untilTitled(popup.tab, tabId, 'paused until')
  await untilTitled(popup.tab, null, 'paused until')
  await browser.driver.killBackground()
  await popup.tab.reload()
  await popup.until('the pause again', ({ page }) => page.reason === 'paused')
  await popup.tab.clickButton('Switch on')
  await popup.until('payment again', ({ page }) => page.state === 'paying')

  // What cannot be pressed from here is there, at least: the menu's items and the keys.
  const menu = `Promise.all(['toggle-payments', 'toggle-pause', 'never-site'].map((id) => chrome.contextMenus.update(id, {})))`
  await popup.tab.evaluate(`${menu}.then(() => true)`)
  const keys = await popup.tab.evaluate<{ name: string }[]>('chrome.commands.getAll()')
  expect(keys.map(({ name }) => name).sort()).toEqual(['_execute_action', 'toggle-pause'])
})

test('asks for a permission when a habit is switched on, and not before', async ({
  kind,
  launch,
  account,
}) => {
  test.skip(kind !== 'firefox', 'Chromium asks in a window that no test can press a button of')
  const browser = await launch({
    extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false },
  })
  const setup = await browser.popupFor()
  await setup.setUp(account, { budget: '5' })
  const has = (permission: string) =>
    setup.tab.evaluate<boolean>(`chrome.permissions.contains({ permissions: ['${permission}'] })`)
  expect([await has('idle'), await has('notifications')]).toEqual([false, false])
  await setup.openSettings()
  await setup.tab.setCheckbox('Pause while I am away', true)
  await setup.tab.setCheckbox('Tell me about the budget', true)
  // The boxes show what was asked for at once.
  for (const permission of ['idle', 'notifications'])
    await expect.poll(() => has(permission), { message: permission }).toBe(true)

  // Taken back by the browser's own means: the habit is off, whatever the wallet was told.
  await setup.tab.evaluate(`chrome.permissions.remove({ permissions: ['idle'] })`)
  await setup.tab.reload()
  await setup.until('the wallet', ({ view }) => view === 'main')
  await setup.openSettings()
  await setup.tab.waitFor(checked('Tell me about the budget'), { what: 'the one to be on' })
  expect(await setup.tab.evaluate(checked('Pause while I am away'))).toBe(false)
})

test('pays nobody while nobody is there, and goes on with the next touch', async ({
  kind,
  launch,
  account,
  localnet,
  site,
}) => {
  test.skip(kind !== 'firefox', 'Headless, Chromium takes everybody for present')
  const browser = await launch({
    extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false },
  })
  await (await browser.popupFor()).setUp(account, { budget: '5', rate: '3.6' })
  const page = await browser.open(site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] })))
  const popup = await browser.popupFor(page)
  await popup.paidAgain()
  await popup.openSettings()
  await popup.tab.setCheckbox('Pause while I am away', true)
  await browser.driver.leaveAlone(AWAY_MS)
  await popup.unpaid('idle')
  await browser.driver.leaveAlone(0)
  await popup.paidAgain()
})
