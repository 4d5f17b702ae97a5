import { openBooks } from './kit/books.ts'
import { heardBy, pageWithLinks, untilHeard } from './kit/heard.ts'
import { placeLiars } from './kit/lying-wallets.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

test('tells a page of each address that is no wallet, and pays the one that is', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [good] = usdPointers(localnet)
  const liars = [
    ...placeLiars(site),
    { id: 'nobody', address: 'http://127.0.0.1:1/x', reason: 'address-unreachable' },
  ]
  const links = Object.fromEntries(liars.map(({ id, address }) => [id, address]))
  const page = await wallet.open(site.page('/', pageWithLinks({ ...links, good })))
  const popup = await wallet.popupFor(page)
  for (const { id } of liars) await untilHeard(page, 'error', id)
  const paid = (await heardBy(page)).filter(({ type }) => type === 'monetization').length
  await untilHeard(page, 'monetization', 'good', paid + 2)

  const { tags } = await popup.look()
  const shown = new Map(tags.map(({ address, reason, sent }) => [address, { reason, sent }]))
  for (const { id, address, reason } of liars)
    expect(shown.get(address), id).toEqual({ reason, sent: 0n })
  const heard = await heardBy(page)
  for (const { id } of liars)
    expect(heard.filter(({ of }) => of === id).map(({ type }) => type)).toEqual(['error'])

  await popup.closePage(page)
  expect((await books.received(good)).received).toBe(await books.debit())
})
