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

  const heard = await heardBy(page)
  const progress = heard.filter(({ type }) => type === 'monetizationprogress')
  expect(heard.map(({ type }) => type.slice('monetization'.length))).toEqual([
    'pending',
    'start',
    ...progress.map(() => 'progress'),
    'stop',
  ])
  const requestId: unknown = heard[0]?.detail?.['requestId']
  expect(requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  for (const { detail } of heard)
    expect(detail).toMatchObject({ requestId, paymentPointer: pointer })
  for (const { detail } of progress)
    expect(detail).toMatchObject({ assetCode: 'USD', assetScale: 9 })
  expect(heard.at(-1)?.detail?.['finalized']).toBe(false)
  const sum = progress.reduce((all, { detail }) => all + BigInt(String(detail?.['amount'])), 0n)
  expect(sum).toBe((await books.received(url)).received)

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
