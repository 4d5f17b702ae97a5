import { waitUntil } from '../../browsers/wait-until.ts'
import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { expect, test } from './kit/test.ts'

const CARDS = `[...document.querySelectorAll('output[data-pointer]')].map(({ dataset }) => ({ ...dataset }))`

test('first run with an address of ILP over HTTP: what else answers is named, and then sites are paid', async ({
  launch,
  localnet,
  account: btp,
  httpAccount: account,
}) => {
  const [blog, gallery] = localnet.sites
  if (!blog || !gallery) throw new Error('localnet is smaller than it was')
  const books = await openBooks(localnet, account)
  const browser = await launch()
  const popup = await browser.popupFor()
  await popup.until('the first step', ({ view }) => view === 'connect')
  for (const [address, token, label, words] of [
    [
      btp.url.replace('ws', 'http'),
      account.token,
      'Connector address',
      '(HTTP 426, text/plain), but',
    ],
    [blog.url, account.token, 'Connector address', 'not as a connector that speaks ILP over HTTP'],
    [
      blog.url.replace('http', 'ws'),
      account.token,
      'Connector address',
      '(HTTP 200, text/html), but not with BTP',
    ],
    [account.url, 'guessed', 'Access token', 'refused this account name and token'],
  ] as const) {
    await popup.fillConnection(address, account.username, token)
    await popup.tab.clickButton('Connect')
    await expect
      .poll(async () => (await popup.field(label))?.error ?? '', { message: address })
      .toContain(words)
  }

  await popup.setUp(account, { budget: '5', rate: '36' })
  // One of each kind of receiver: the second one would probe a payer that offered a way back.
  for (const { url, pointers } of [blog, gallery]) {
    const page = await browser.open(url)
    const aside = await browser.popupFor(page)
    await waitUntil(
      async () => {
        const cards = await page.evaluate<readonly { events: string }[]>(CARDS)
        return cards.every(({ events }) => Number(events) >= 2) ? true : null
      },
      { what: `${url} to be paid twice` },
    )
    const { tags } = await aside.switchOff()
    const [pointer = ''] = pointers
    expect(tags[0]?.delivered).toBe((await books.received(pointer)).received)
    await page.close()
    await aside.tab.setSwitch('Payments', true)
    await aside.tab.close()
  }
  const look = await popup.until('both sites', ({ sites }) => sites.length === 2)
  expect(look.budget.inDoubt).toBe(0n)
  expect(look.budget.spent).toBeGreaterThan(0n)
  await expectBooksToAgree(books, look)
})
