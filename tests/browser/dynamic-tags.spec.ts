import type { Tab } from '../../browsers/driver.ts'
import { openBooks, type Books } from './kit/books.ts'
import { heardBy, RECORDER, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import type { WalletPopup } from './kit/wallet-popup.ts'

const paidTimes = async (page: Tab, id: string): Promise<number> =>
  (await heardBy(page)).filter(({ type, of }) => type === 'monetization' && of === id).length

/** After `act` the receiver gets nothing, though the link beside it goes on being paid. */
const expectToStop = async (
  { page, popup, books }: { page: Tab; popup: WalletPopup; books: Books },
  pointer: string,
  act: string,
): Promise<void> => {
  await page.evaluate(act)
  await popup.until(
    `one receiver after ${act}`,
    ({ tags, budget }) => tags.length === 1 && budget.reserved === 0n,
  )
  const { packets } = await books.received(pointer)
  await untilHeard(page, 'monetization', 'steady', (await paidTimes(page, 'steady')) + 2)
  expect((await books.received(pointer)).packets, act).toBe(packets)
}

test('follows a link that scripts insert, change, disable and remove', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [one, two] = usdPointers(localnet)
  const third = localnet.wallets.find(({ url }) => url.endsWith('/blog'))!.url
  const page = await wallet.open(site.page('/', `<title>App</title>${RECORDER}<main></main>`))
  const popup = await wallet.popupFor(page)
  await popup.until('a page that asks for nothing', ({ page }) => page.state === 'no-tag')

  // As single-page applications do: a whole subtree, and in the body.
  const insert = (id: string, href: string) =>
    page.evaluate<boolean>(`(() => {
    const view = document.createElement('section')
    view.innerHTML = '<div><link rel="monetization" id="${id}" href="${href}"></div>'
    document.querySelector('main').append(view)
    return true
  })()`)
  await insert('steady', two)
  await insert('moving', one)
  await untilHeard(page, 'monetization', 'steady')
  await untilHeard(page, 'monetization', 'moving')

  const parts = { page, popup, books }
  await expectToStop(parts, one, `void (moving.disabled = true)`)
  const before = await paidTimes(page, 'moving')
  await page.evaluate(`void (moving.disabled = false)`)
  await untilHeard(page, 'monetization', 'moving', before + 1)

  await page.evaluate(`void (moving.href = ${JSON.stringify(third)})`)
  await popup.until(
    'the new address to be paid',
    ({ tags, budget }) =>
      tags.some(({ address, sent }) => address === third && sent > 0n) && budget.reserved === 0n,
  )
  const { packets } = await books.received(one)
  await untilHeard(page, 'monetization', 'steady', (await paidTimes(page, 'steady')) + 2)
  expect((await books.received(one)).packets, 'the old address').toBe(packets)

  await expectToStop(parts, third, `void moving.closest('section').remove()`)
  // One `load` for each configuration: inserted, enabled again, another address.
  const loads = (await heardBy(page)).filter(({ type, of }) => type === 'load' && of === 'moving')
  expect(loads).toHaveLength(3)
})

test('sees a tag that scripts insert when the page has loaded before anything else happens', async ({
  wallet,
  site,
}) => {
  // It leads nowhere: the page hears so as soon as it is seen.
  const html = `<title>Late</title>${RECORDER}<script>
    addEventListener('load', () => {
      const link = document.createElement('link')
      document.head.append(Object.assign(link, { rel: 'monetization', id: 'late' }))
    })
    addEventListener('pageshow', () => (window.atShow = heard.map(({ type, of }) => type + ' ' + of)))
  </script>`
  const page = await wallet.open(site.page('/', html))
  await page.waitFor('window.atShow', { what: 'the page to be shown' })
  expect(await page.evaluate('atShow')).toEqual(['error late'])
})
