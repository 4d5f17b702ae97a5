import type { BrowserDriver, Tab, Theme } from '../../browsers/driver.ts'
import { POPUP_SIZE } from '../../browsers/popup-size.ts'
import { readCatalogue } from '../../extension/ui/words/testing/catalogue.ts'
import { axeFindings } from './kit/axe.ts'
import { walkThroughViews } from './kit/popup-views.ts'
import { expect, test } from './kit/test.ts'

const THEMES: readonly Theme[] = ['dark', 'forced colours', 'more contrast', 'light']

/** Runs in the popup: what a keyboard cannot reach, or whose focus cannot be seen. */
const LOST_TO_KEYBOARDS = `[...document.querySelectorAll('button, input, select, textarea, summary, a[href], [onclick]')]
  .filter((control) => control.getClientRects().length > 0)
  .filter((control) => {
    control.focus({ focusVisible: true })
    const shapes = [control, control.closest('.field-line')].filter(Boolean)
    const drawn = shapes.some((shape) => parseFloat(getComputedStyle(shape).outlineWidth) >= 2
      && getComputedStyle(shape).outlineStyle !== 'none')
    return document.activeElement !== control || control.tabIndex < 0 || !drawn
  })
  .map((control) => control.outerHTML)`

/** Runs in the popup: words that are cut off, at twice the size that people have it in. A wide table has a bar of its own. */
const CUT_OFF = `[document.documentElement, ...document.querySelectorAll('main *, header *')]
  .filter((element) => !element.matches('input, select, .scroll, .host, .tag-host, .pulse, svg, svg *'))
  .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 200))`

/** What is no popup is in a window, of the size that WCAG 2.2 reckons with (1.4.10, "Reflow"). */
const sizeOf = (view: string) =>
  /^(dashboard|welcome|try|help)/.test(view) ? { width: 1280, height: 1024 } : POPUP_SIZE

const expectRoomAtTwiceTheSize = async (popup: Tab, view: string): Promise<void> => {
  const { width, height } = sizeOf(view)
  await popup.setViewport(width / 2, height / 2)
  // A chart is drawn anew a moment after its place has changed.
  const cutOff = () => popup.evaluate<string[]>(CUT_OFF)
  await expect.poll(cutOff, { message: `${view} at 200 %` }).toEqual([])
  await popup.setViewport(width, height)
}

const expectNoFindings = async (
  driver: BrowserDriver,
  popup: Tab,
  view: string,
  themes: readonly Theme[],
): Promise<void> => {
  for (const theme of themes) {
    await driver.setTheme(theme)
    // Only colours change with the theme.
    const rules = theme === 'light' ? null : ['color-contrast', 'link-in-text-block']
    expect(await axeFindings(popup, rules), `${view}, ${theme}`).toEqual([])
  }
}

/** Watches the live regions while packets are paid: screen readers would read every change aloud. */
const expectSilentPayments = async (popup: Tab): Promise<void> => {
  await popup.evaluate(`(window.said = [], new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target.nodeType === 1 ? target : target.parentElement)
        .closest('[role=status], [role=alert], [aria-live]')
      if (region) said.push(region.textContent)
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true }), true)`)
  const sent = `document.querySelector('.page-card').dataset.sent`
  const before = await popup.evaluate<string>(sent)
  await popup.waitFor(`BigInt(${sent}) > BigInt(${before})`, { what: 'another payment' })
  const next = await popup.evaluate<string>(sent)
  await popup.waitFor(`BigInt(${sent}) > BigInt(${next})`, { what: 'one more payment' })
  expect(await popup.evaluate('said')).toEqual([])
}

test('every view is for everybody: in all colours, by keyboard, at twice its size', async ({
  launch,
  account,
  localnet,
  site,
}) => {
  test.setTimeout(300_000)
  const browser = await launch()
  await walkThroughViews({ browser, account, localnet, site }, async (view, popup) => {
    await expectNoFindings(browser.driver, popup, view, THEMES)
    // Firefox draws the focus in the window that is in front.
    await popup.bringToFront()
    expect(await popup.evaluate(LOST_TO_KEYBOARDS), view).toEqual([])
    await expectRoomAtTwiceTheSize(popup, view)
    if (view === 'paid') await expectSilentPayments(popup)
  })
})

test('the help is for everybody: in all colours, by keyboard, at twice its size', async ({
  launch,
}) => {
  const browser = await launch()
  const help = await browser.openBeside(`${browser.driver.extensionOrigin}/help.html#hidden`)
  await help.waitFor(`document.querySelector('.report')`, { what: 'the report' })
  await help.evaluate(`document.querySelector('summary').click()`)
  await expectNoFindings(browser.driver, help, 'help', THEMES)
  await help.bringToFront()
  expect(await help.evaluate(LOST_TO_KEYBOARDS)).toEqual([])
  await expectRoomAtTwiceTheSize(help, 'help')
})

test('every view is for everybody in Arabic, from right to left', async ({
  launch,
  account,
  localnet,
  site,
}) => {
  test.setTimeout(300_000)
  const browser = await launch({ language: 'ar' })
  const arabic = readCatalogue('ar')
  await walkThroughViews({ browser, account, localnet, site }, async (view, popup) => {
    const [lang, dir, first] = await popup.evaluate<string[]>(
      `[document.documentElement.lang, document.dir, document.querySelector('main').textContent]`,
    )
    expect([lang, dir]).toEqual(['ar', 'rtl'])
    expect(first).not.toMatch(/[a-z]{4,} [a-z]{2,} [a-z]{2,}/)
    if (view === 'no tag') expect(first).toContain(arabic['page_noTag']?.message)
    await expectNoFindings(browser.driver, popup, view, ['light'])
    await expectRoomAtTwiceTheSize(popup, view)
  })
})

test('German is spoken where the browser speaks it, and has room for its words', async ({
  launch,
}) => {
  const browser = await launch({ language: 'de' })
  const { tab } = await browser.popupFor()
  expect(await tab.text('h2')).toBe(readCatalogue('de')['firstRun_connectTitle']?.message)
  expect(await tab.evaluate('document.documentElement.lang')).toBe('de')
  await expectRoomAtTwiceTheSize(tab, 'connect')
})
