import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageCall } from '../../browsers/page-call.ts'
import { expect, test } from './kit/test.ts'
import { builtExtension } from './kit/wallet-browser.ts'

/** Runs in a popup, and begins it anew in its place: what it shows first, before the wallet answers. */
const FIRST_SHOWN = `new Promise((resolve) => {
  const place = document.createElement('div')
  new MutationObserver((_, watch) => {
    const main = place.querySelector('main')
    if (!main) return
    watch.disconnect()
    resolve({
      busy: main.getAttribute('aria-busy'),
      spent: main.querySelector('.budget-card')?.dataset.spent ?? null,
    })
  }).observe(place, { childList: true, subtree: true })
  const old = document.getElementById('popup')
  place.id = old.id
  old.replaceWith(place)
  import(document.querySelector('script[type=module]').src + '?' + Math.random())
})`

/** Runs in a popup: its head as the page is written, and as it is shown. */
const heads = (written: string): (string | undefined)[] => {
  const page = new DOMParser().parseFromString(written, 'text/html')
  return [page, document].map((one) =>
    one.querySelector('.header')?.outerHTML.replace(/>\s+</g, '><'),
  )
}

test('shows the budget as it was last before the wallet answers, and no name of a site', async ({
  launch,
  account,
  kind,
}) => {
  const browser = await launch()
  const popup = await browser.popupFor()
  await popup.until('the first step', ({ view }) => view === 'connect')
  expect(await popup.tab.evaluate(FIRST_SHOWN)).toEqual({ busy: 'true', spent: null })
  const page = readFileSync(join(builtExtension(kind), 'popup.html'), 'utf8')
  const [written, shown] = await popup.tab.evaluate<string[]>(pageCall(heads, page))
  expect(written, 'what is painted before any script').toContain('Tributary')
  expect(written).toBe(shown)
  await popup.setUp(account, { budget: '5' })
  const { budget } = await popup.look()
  // A moment after it is shown.
  await popup.tab.waitFor(`localStorage.getItem('last-budget')`, { what: 'the budget to be kept' })
  expect(await popup.tab.evaluate(FIRST_SHOWN)).toEqual({
    busy: 'true',
    spent: budget.spent.toString(),
  })
  expect(await popup.tab.evaluate(`Object.keys(localStorage)`)).toEqual(['last-budget'])
})
