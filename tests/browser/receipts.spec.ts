import type { IncomingHttpHeaders } from 'node:http'
import type { Tab } from '../../browsers/driver.ts'
import type { VerifiedPointer } from '../../localnet/announcement.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { openBooks } from './kit/books.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

/** For the head of a page that brings each receipt it hears of to the verifier, one after the other. */
const submitter = (receipts: string): string => `<script>
  window.heard = 0n
  window.proven = 0n
  window.refused = []
  window.waiting = 0
  let last = Promise.resolve()
  const bring = async (amount, receipt) => {
    const response = await fetch(${JSON.stringify(receipts)}, { method: 'POST', body: receipt })
    const answer = await response.json()
    if (response.ok && answer.amount === amount) proven += BigInt(answer.amount)
    else refused.push({ amount, receipt, answer })
    waiting -= 1
  }
  const hear = ({ amount, receipt }) => {
    heard += BigInt(amount)
    waiting += 1
    last = last.then(() => bring(amount, receipt))
  }
  addEventListener('monetization', hear)
  document.monetization.addEventListener('monetizationprogress', ({ detail }) => hear(detail))
</script>`

const sumsOf = (tab: Tab) =>
  tab.evaluate<{ heard: string; proven: string; refused: unknown[] }>(
    '{ heard: String(heard), proven: String(proven), refused }',
  )

const verifiedOf = (localnet: Localnet, wallet: string): VerifiedPointer =>
  localnet.verifier.pointers.find((one) => one.wallet === wallet)!

const recordOf = async ({ records }: VerifiedPointer): Promise<bigint> =>
  BigInt(((await (await fetch(records)).json()) as { verified: string }).verified)

test('pages of both versions prove to a verifier what their receivers got', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  // One of each implementation; the first is asked by way of an onlooker.
  const urls = usdPointers(localnet)
  const [one, two] = urls.map((url) => verifiedOf(localnet, url)) as [
    VerifiedPointer,
    VerifiedPointer,
  ]
  const before = await Promise.all([one, two].map(recordOf))
  const asked: IncomingHttpHeaders[] = []
  const onlooker = site.answer('/alice', (request, response) => {
    asked.push(request.headers)
    response.writeHead(302, { location: one.url }).end()
  })
  const script = submitter(localnet.verifier.receipts)
  const link = `<link rel="monetization" href="${onlooker}">`
  const meta = `<meta name="monetization" content="${two.pointer}">`
  const newer = await wallet.open(site.page('/v2', `<title>New</title>${script}${link}`))
  const older = await wallet.openBeside(site.page('/v1', `<title>Old</title>${script}${meta}`))
  const pages = [newer, older]

  for (const page of pages) await page.waitFor('proven > 0n', { what: 'a receipt to be verified' })
  // Another STREAM connection begins to count anew, under another nonce.
  const popup = await wallet.popupFor(newer)
  await popup.switchOff()
  const halfway = await Promise.all(pages.map(sumsOf))
  await popup.tab.setSwitch('Payments', true)
  for (const [index, page] of pages.entries())
    await page.waitFor(`proven > ${halfway[index]!.heard}n`, { what: 'a later receipt' })
  await popup.switchOff()
  for (const [index, page] of pages.entries()) {
    const { received } = await books.received(urls[index]!)
    await page.waitFor(`heard === ${received}n && waiting === 0`, { what: 'the last receipt' })
  }

  for (const [index, page] of pages.entries()) {
    const { heard, proven, refused } = await sumsOf(page)
    const verified = (await recordOf([one, two][index]!)) - before[index]!
    expect(refused).toEqual([])
    expect(BigInt(heard)).toBeGreaterThan(0n)
    expect(proven).toBe(heard)
    expect(verified).toBe(BigInt(heard))
    expect((await books.received(urls[index]!)).received).toBe(verified)
  }

  // The wallet asks without receipt headers: they are the verifier's, which refuses a payer that brings any.
  expect(asked.length).toBeGreaterThanOrEqual(2)
  for (const headers of asked) {
    expect(headers.accept).toContain('application/spsp4+json')
    expect(Object.keys(headers).filter((name) => /receipt/i.test(name))).toEqual([])
  }
  await popup.tab.setSwitch('Payments', true)
})
