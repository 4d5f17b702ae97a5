import { openBooks } from './kit/books.ts'
import { heardBy, RECORDER, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

test('a page of version 1 hears pending, start, progress and stop', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [url] = usdPointers(localnet)
  const { pointer } = localnet.wallets.find((one) => one.url === url)!
  const meta = `<meta name="monetization" content="${pointer}">`
  const page = await wallet.open(site.page('/', `<title>Old</title>${RECORDER}${meta}`))
  const popup = await wallet.popupFor(page)
  await untilHeard(page, 'monetizationprogress', pointer, 2)
  expect(await page.evaluate('document.monetization.state')).toBe('started')
  await popup.switchOff()
  await untilHeard(page, 'monetizationstop', pointer)
  expect(await page.evaluate('document.monetization.state')).toBe('stopped')

  // A packet that was on its way may be heard of after the stop.
  const { received } = await books.received(url)
  const amounts = `heard.map(({ detail }) => BigInt(detail.amount ?? 0))`
  await page.waitFor(`${amounts}.reduce((all, one) => all + one, 0n) === ${received}n`, {
    what: 'all that was received to be heard of',
  })
  const heard = await heardBy(page)
  const progress = heard.filter(({ type }) => type === 'monetizationprogress')
  const types = heard.map(({ type }) => type.slice('monetization'.length))
  expect(types.slice(0, 4)).toEqual(['pending', 'start', 'progress', 'progress'])
  expect(types.slice(-2)).toContain('stop')
  expect(types).toHaveLength(3 + progress.length)
  const requestId: unknown = heard[0]?.detail?.['requestId']
  expect(requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  for (const { detail } of heard)
    expect(detail).toMatchObject({ requestId, paymentPointer: pointer })
  for (const { detail } of progress)
    expect(detail).toMatchObject({ assetCode: 'USD', assetScale: 9 })
  const stop = heard.find(({ type }) => type === 'monetizationstop')
  expect(stop?.detail?.['finalized']).toBe(false)

  await popup.tab.setSwitch('Payments', true)
  await untilHeard(page, 'monetizationprogress', pointer, progress.length + 1)
  await page.evaluate(`void document.querySelector('meta').remove()`)
  await page.waitFor(`heard.at(-1).type === 'monetizationstop'`, { what: 'the last stop' })
  expect((await heardBy(page)).at(-1)?.detail).toEqual({
    requestId,
    paymentPointer: pointer,
    finalized: true,
  })
})
