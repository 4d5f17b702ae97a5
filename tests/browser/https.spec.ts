import { openBooks } from './kit/books.ts'
import { heardBy, pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { openTestSite } from './kit/test-site.ts'

test('pays $wallet.example over https, and no loopback address without developer mode', async ({
  launch,
  localnet,
  account,
  ca,
}) => {
  const books = await openBooks(localnet, account)
  const secure = await openTestSite({ host: 'site.example', ca })
  try {
    const browser = await launch({
      trustedCas: [ca.caCertPem],
      hostMap: [
        { host: 'site.example', port: secure.port },
        { host: 'wallet.example', port: localnet.https!.port },
      ],
    })
    const setup = await browser.popupFor()
    await setup.setUp(account, { budget: '5', rate: '3.6', developerMode: false })
    const [alice, loopback] = usdPointers(localnet)
    // One redirect leads back to this computer: its answer must not be used.
    const detour = secure.answer('/detour', (_, response) => {
      response.writeHead(302, { location: loopback }).end()
    })
    const links = { good: 'https://wallet.example/alice', bad: loopback, detour }
    const page = await browser.open(secure.page('/', pageWithLinks(links)))
    const popup = await browser.popupFor(page)

    for (const id of ['bad', 'detour']) await untilHeard(page, 'error', id)
    await untilHeard(page, 'monetization', 'good', 2)
    const { tags } = await popup.until('one of three is paid', ({ tags }) =>
      tags.some(({ state }) => state === 'paying'),
    )
    expect(tags.map(({ address, state, reason }) => [address, state, reason])).toEqual([
      [links.good, 'paying', 'none'],
      [links.bad, 'stopped', 'address-refused'],
      [links.detour, 'stopped', 'address-refused'],
    ])
    const heard = await heardBy(page)
    expect(heard.filter(({ of, type }) => of !== 'good' && type !== 'error')).toEqual([])

    // The payment pointer itself, as version 1 wants it.
    const meta = `<meta name="monetization" content="$wallet.example/alice">`
    await page.goto(secure.page('/meta', meta + pageWithLinks({})))
    await untilHeard(page, 'monetizationprogress', '$wallet.example/alice')
    await popup.closePage(page)
    expect((await books.received(alice)).received).toBe(await books.debit())
    expect((await books.received(loopback)).packets).toBe(0)
  } finally {
    await secure.close()
  }
})
