import { waitUntil } from '../../browsers/wait-until.ts'
import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { expect, test } from './kit/test.ts'

interface Card {
  readonly pointer: string
  readonly state: string
  readonly total: string
  readonly events: string
}
const CARDS = `[...document.querySelectorAll('output[data-pointer]')].map(({ dataset }) => ({ ...dataset }))`

test('pays every demo site, and three books say the same', async ({
  wallet,
  localnet,
  account,
}) => {
  test.setTimeout(240_000)
  const books = await openBooks(localnet, account)
  const overview = await wallet.popupFor()
  const before = await overview.until('the wallet', ({ view }) => view === 'main')
  const shown: { pointer: string; delivered: bigint }[] = []

  for (const { url, pointers } of localnet.sites) {
    const page = await wallet.open(url)
    const popup = await wallet.popupFor(page)
    const cards = () => page.evaluate<readonly Card[]>(CARDS)
    await waitUntil(
      async () => ((await cards()).every(({ events }) => Number(events) >= 2) ? true : null),
      { what: `${url} to be paid twice for each tag` },
    )
    const { tags } = await popup.switchOff()
    expect(tags.map(({ asset }) => asset)).toEqual(
      pointers.map((pointer) => {
        const { code, scale } = localnet.wallets.find((one) => one.pointer === pointer)!.asset
        return `${code}/${scale}`
      }),
    )
    // The page hears of the last packet a moment later.
    const totals = async () => (await cards()).map(({ total }) => BigInt(total))
    const delivered = tags.map((tag) => tag.delivered)
    const same = async () => (String(await totals()) === String(delivered) ? true : null)
    await waitUntil(same, { what: `${url} to show all that was delivered` })
    pointers.forEach((pointer, at) => shown.push({ pointer, delivered: delivered[at] ?? 0n }))
    await page.close()
    await popup.tab.setSwitch('Payments', true)
    await popup.tab.close()
  }

  await overview.until('all five', ({ sites }) => sites.length >= 4)
  await overview.showAllSites()
  const sumOf = (sites: readonly { sent: bigint }[]) =>
    sites.reduce((sum, { sent }) => sum + sent, 0n)
  const after = await overview.until(
    'every site, and all that was spent in them',
    ({ sites, budget }) => sumOf(sites) === budget.spent,
  )
  expect(shown).toHaveLength(5)
  for (const { pointer, delivered } of shown) {
    const { received } = await books.received(pointer)
    expect(received, pointer).toBeGreaterThan(0n)
    expect(delivered, pointer).toBe(received)
  }
  expect(after.budget.inDoubt).toBe(0n)
  await expectBooksToAgree(books, after, before.budget.spent)
})
