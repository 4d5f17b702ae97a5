import type { RequestListener } from 'node:http'
import type { Reason } from '../../src/reason/reason.ts'
import { openDatedPointer } from '../connector/dated-pointer.ts'
import { honestly, LIES, type Lie } from '../connector/lies.ts'
import { openLyingReceivers } from '../connector/lying-receivers.ts'
import { answer, redirect } from './kit/answers.ts'
import { iframe } from './kit/frame-rows.ts'
import { pageWithLinks } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { test } from './kit/test.ts'

const HOUR_MS = 3_600_000

const LYING = {
  'receiver-unreachable': 'is not there',
  'receiver-refused': 'refuses at once',
  'rate-dropped': 'claims less than the minimum',
  'delivery-unproven': 'has no proof',
} as const

test('says what is wrong with a receiver, and pays it when it has mended its ways', async ({
  wallet,
  localnet,
  site,
}) => {
  const lying = new Set<string>()
  const turncoat = (name: string): Lie => {
    const lie = LIES[name]
    if (!lie) throw new Error(`nobody ${name}`)
    const tell: Lie['tell'] = (money, send) =>
      lying.has(name) ? lie.tell(money, send) : honestly(money)
    return { ...lie, tell }
  }
  const names = Object.values(LYING)
  const liars = await openLyingReceivers(
    localnet,
    Object.fromEntries(names.map((name) => [name, turncoat(name)])),
  )
  const page = await wallet.open(site.page('/', pageWithLinks({})))
  const popup = await wallet.popupFor(page)
  /** `mend`: what people do then, unless it is tried again by itself. */
  const meet = async (reason: keyof typeof LYING, mend: () => Promise<void>) => {
    const name = LYING[reason]
    lying.add(name)
    await page.goto(site.page(`/${reason}`, pageWithLinks({ a: liars.address(name) })))
    await popup.unpaid(reason)
    lying.delete(name)
    await mend()
    await popup.paidAgain()
  }
  const byItself = () => Promise.resolve()
  const reload = () => popup.tab.clickButton('Reload the page')
  try {
    await meet('receiver-unreachable', byItself)
    await meet('receiver-refused', reload)
    await meet('rate-dropped', reload)
    await meet('delivery-unproven', () => page.reload())
  } finally {
    await liars.close()
  }
})

test('says what is wrong with an address, and pays it when that has changed', async ({
  wallet,
  localnet,
  site,
}) => {
  const [receiver] = usdPointers(localnet)
  const good = redirect(receiver)
  const address = site.answer('/pay', good)
  const page = await wallet.open(site.page('/', pageWithLinks({})))
  const popup = await wallet.popupFor(page)
  const meet = async (listener: RequestListener, reason: Reason, mend: () => Promise<void>) => {
    site.answer('/pay', listener)
    await page.goto(site.page(`/${reason}`, pageWithLinks({ a: address })))
    await popup.unpaid(reason)
    site.answer('/pay', good)
    await mend()
    await popup.paidAgain()
  }
  const byItself = () => Promise.resolve()
  const reload = () => popup.tab.clickButton('Reload the page')
  const waiting: (() => void)[] = []
  const hold: RequestListener = (request, response) => {
    waiting.push(() => void good(request, response))
  }
  await meet(hold, 'connecting', () => Promise.resolve(waiting.forEach((answer) => answer())))
  await meet(answer(503), 'address-unreachable', byItself)
  await meet(answer(404), 'address-wrong-answer', reload)

  const pointer = await openDatedPointer(receiver)
  pointer.offMs = -HOUR_MS
  await meet(redirect(pointer.address), 'wrong-clock', byItself)
  await pointer.close()
})

test('says why a page’s own words keep it unpaid', async ({ wallet, localnet, site }) => {
  const [receiver] = usdPointers(localnet)
  const page = await wallet.open(site.page('/', pageWithLinks({})))
  const popup = await wallet.popupFor(page)

  await page.goto(site.page('/scheme', pageWithLinks({ a: 'gopher://wallet.example/' })))
  await popup.unpaid('address-refused')
  await page.evaluate(`(a.href = ${JSON.stringify(receiver)})`)
  await popup.paidAgain()

  const policy = `<meta http-equiv="Content-Security-Policy" content="monetization-src 'none'">`
  await page.goto(site.page('/policy', policy + pageWithLinks({ a: receiver })))
  await popup.unpaid('page-policy')

  const framed = site.page('/framed', pageWithLinks({ a: receiver }))
  const src = framed.replace('127.0.0.1', 'localhost')
  await page.goto(site.page('/around', `<title>Around</title>${iframe({ src })}`))
  await popup.unpaid('frame-not-allowed')
  await page.evaluate(`(document.querySelector('iframe').allow = 'monetization')`)
  await popup.paidAgain()
})
