import { expect, test } from './kit/test.ts'

/** Runs in one popup, and opens another in it: what it shows before the wallet answers, as its figures say. */
const FIRST_SHOWN = `new Promise((resolve) => {
  const frame = document.createElement('iframe')
  frame.src = 'popup.html'
  const look = () => {
    const shown = frame.contentDocument
    const main = shown?.querySelector('main')
    if (!main) return
    watch.disconnect()
    resolve({ busy: main.ariaBusy, spent: main.querySelector('.budget-card')?.dataset.spent ?? null })
  }
  const watch = new MutationObserver(look)
  const follow = () => {
    const shown = frame.contentDocument
    if (!shown?.documentElement || !shown.URL.endsWith('popup.html')) return void setTimeout(follow)
    watch.observe(shown, { childList: true, subtree: true })
    look()
  }
  document.body.append(frame)
  follow()
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
