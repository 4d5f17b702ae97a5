import { waitUntil } from '../../browsers/wait-until.ts'
import { openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

test('pays a tab that the browser has let go of only when it is shown again', async ({
  kind,
  launch,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [one, two] = usdPointers(localnet)
  // A tab that went and came is another one to who steers the browser: nobody could close it in a shared one.
  const wallet = await launch()
  await (await wallet.popupFor()).setUp(account, { budget: '5', rate: '3.6' })
  const page = await wallet.open(site.page('/', pageWithLinks({ a: one })))
  const popup = await wallet.popupFor(page)
  await untilHeard(page, 'monetization', 'a')
  const id = await wallet.driver.tabIdOf(page)
  const beside = await wallet.open(site.page('/beside', pageWithLinks({ b: two })))
  await untilHeard(beside, 'monetization', 'b')

  // As a browser that needs memory does it.
  const api = '(globalThis.browser ?? chrome)'
  const discard = `(async () => (await ${api}.tabs.discard(${id}), await ${api}.tabs.query({ discarded: true })).map(({ id }) => id))()`
  const [discarded] = await popup.tab.evaluate<number[]>(discard)
  expect(discarded, 'the browser did it').toBeDefined()
  await popup.until(
    'the tab to be forgotten',
    ({ tags, budget }) => tags.length === 0 && budget.reserved === 0n,
  )
  const { packets } = await books.received(one)
  const heard = await beside.evaluate<number>(
    `heard.filter(({ type }) => type === 'monetization').length`,
  )
  await untilHeard(beside, 'monetization', 'b', heard + 2)
  expect((await books.received(one)).packets).toBe(packets)

  await popup.tab.evaluate(`${api}.tabs.update(${discarded}, { active: true }).then(() => null)`)
  // Headless, Chromium shows a tab without loading it.
  if (kind === 'chrome')
    await popup.tab.evaluate(`${api}.tabs.reload(${discarded}).then(() => null)`)
  await waitUntil(async () => ((await books.received(one)).packets > packets ? true : null), {
    what: 'the tab to be paid again',
  })
})
