import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { untilTitled } from './kit/toolbar-icon.ts'

test('the toolbar says of each tab whether it is paid', async ({ wallet, localnet, site }) => {
  const [one] = usdPointers(localnet)
  const page = await wallet.open(site.page('/paid', pageWithLinks({ a: one })))
  const popup = await wallet.popupFor(page)
  const tabId = await wallet.driver.tabIdOf(page)
  await page.bringToFront()
  await untilHeard(page, 'monetization', 'a')
  const says = (words: string, tab: number | null = tabId) => untilTitled(popup.tab, tab, words)
  expect(await says('is paid while you look')).toMatchObject({ badge: '' })
  await says('asks for no payment', null)

  // A background that starts again has told nobody anything.
  await wallet.driver.killBackground()
  await popup.tab.reload()
  await popup.until('the wallet', ({ view }) => view === 'main')
  await popup.tab.setSwitch('Payments', false)
  await says('switched off')
  await says('switched off', null)
  await popup.tab.setSwitch('Payments', true)
  await says('is paid while you look')

  // The browser has forgotten the tab's own icon by then.
  await page.reload()
  await untilHeard(page, 'monetization', 'a')
  await says('is paid while you look')
  await page.evaluate(`document.querySelector('link').remove()`)
  await popup.until('no tag', ({ page }) => page.state === 'no-tag')
  await says('asks for no payment')
})
