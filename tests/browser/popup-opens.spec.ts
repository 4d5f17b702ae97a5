import { expect, test } from './kit/test.ts'

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

test('shows the budget as it was last before the wallet answers, and no name of a site', async ({
  launch,
  account,
}) => {
  const browser = await launch()
  const popup = await browser.popupFor()
  await popup.until('the first step', ({ view }) => view === 'connect')
  expect(await popup.tab.evaluate(FIRST_SHOWN)).toEqual({ busy: 'true', spent: null })
  await popup.setUp(account, { budget: '5' })
  const { budget } = await popup.look()
  expect(await popup.tab.evaluate(FIRST_SHOWN)).toEqual({
    busy: 'true',
    spent: budget.spent.toString(),
  })
  expect(await popup.tab.evaluate(`Object.keys(localStorage)`)).toEqual(['last-budget'])
})
