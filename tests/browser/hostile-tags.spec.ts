import type { Tab } from '../../browsers/driver.ts'
import { recordFigures } from '../figures/record-figures.ts'
import { openBooks } from './kit/books.ts'
import { churningPage } from './kit/churning-page.ts'
import { openCountingPointers } from './kit/counting-pointers.ts'
import { heardBy, pageWithLinks, RECORDER, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { mostReports, tapPorts } from './kit/port-tap.ts'
import { expect, test } from './kit/test.ts'

const LINKS = 10_000
/** src/wallet/tab-documents.ts */
const MOST_TAGS = 32

const paidTimes = async (page: Tab, id: string): Promise<number> =>
  (await heardBy(page)).filter(({ type, of }) => type === 'monetization' && of === id).length

test('a page with 10,000 links has 32 of them paid, and keeps nobody waiting', async ({
  wallet,
  localnet,
  site,
  kind,
}) => {
  const [one, two] = usdPointers(localnet)
  const pointers = await openCountingPointers(12, one)
  const tap = await tapPorts(wallet)
  const neighbour = await wallet.openBeside(site.page('/neighbour', pageWithLinks({ n: two })))
  await untilHeard(neighbour, 'monetization', 'n')
  const before = await paidTimes(neighbour, 'n')

  const { origins } = pointers
  const links = Array.from(
    { length: LINKS },
    (_, n) => `<link rel=monetization id=l${n} href="${origins[n % origins.length]}/${n}">`,
  )
  const url = site.page('/', `<title>Many</title>${RECORDER}${links.join('')}`)
  const began = Date.now()
  const page = await wallet.openBeside(url)
  await page.waitFor(
    `heard.filter(({ type }) => type === 'error').length === ${LINKS - MOST_TAGS}`,
    {
      what: 'an error on each of the others',
    },
  )
  await page.waitFor(`heard.filter(({ type }) => type === 'load').length === ${MOST_TAGS}`, {
    what: 'a load on each that is asked',
  })
  await untilHeard(page, 'monetization', 'l0')
  await untilHeard(neighbour, 'monetization', 'n', before + 2)
  const popup = await wallet.popupFor(page)
  const { tags } = await popup.until('the tags', ({ tags }) => tags.length > 0)
  const reports = await tap.reports(url)
  const elapsed = Date.now() - began
  await popup.closePage(page)
  await pointers.close()

  recordFigures(`Hostile pages, ${kind}`, {
    'links at load': LINKS,
    'sessions of them': tags.length,
    'queries of them': pointers.asked.length,
    'reports of them': reports,
  })
  expect(tags).toHaveLength(MOST_TAGS)
  expect(new Set(pointers.asked).size, 'none is asked twice').toBe(MOST_TAGS)
  expect(pointers.asked).toHaveLength(MOST_TAGS)
  expect(pointers.most.atOneOrigin).toBe(1)
  expect(pointers.most.overAll).toBeLessThanOrEqual(8)
  expect(reports).toBeGreaterThan(0)
  expect(reports).toBeLessThanOrEqual(mostReports(elapsed))
})

const CHURN_SECONDS = 5

test('a page that changes its tags 1,000 times a second gets no more than its turn', async ({
  wallet,
  localnet,
  account,
  site,
  kind,
}) => {
  const books = await openBooks(localnet, account)
  const [steady, leaving] = usdPointers(localnet)
  const pointers = await openCountingPointers(12, localnet.wallets[0]!.url)
  const tap = await tapPorts(wallet)
  const html = churningPage({ origins: pointers.origins, steady, leaving, changesPerSecond: 1_000 })
  const url = site.page('/', html)
  const began = Date.now()
  const page = await wallet.openBeside(url)
  const popup = await wallet.popupFor(page)
  await untilHeard(page, 'monetization', 'steady')
  await untilHeard(page, 'monetization', 'leaving')

  await page.evaluate('leave()')
  await popup.until('the removed link to be forgotten', ({ tags, budget }) => {
    return tags.every(({ address }) => address !== leaving) && budget.reserved === 0n
  })
  const { packets } = await books.received(leaving)
  await untilHeard(page, 'monetization', 'steady', (await paidTimes(page, 'steady')) + 2)
  expect((await books.received(leaving)).packets, 'the removed link').toBe(packets)
  await page.waitFor(`changes >= ${CHURN_SECONDS * 1_000}`, { what: 'the changes' })
  const changes = await page.evaluate<number>('(rest(), changes)')
  const reports = await tap.reports(url)
  // What is left of them is asked for later, one a second.
  const asked = pointers.asked.length
  const elapsed = Date.now() - began
  const { tags } = await popup.until('the tags', ({ tags }) => tags.length > 0)
  await popup.closePage(page)
  await pointers.close()

  recordFigures(`Hostile pages, ${kind}`, {
    'tag changes': changes,
    'addresses made up': Math.floor(changes / 2),
    'queries of the changes': asked,
    'reports of the changes': reports,
  })
  expect(tags.length).toBeLessThanOrEqual(MOST_TAGS)
  expect(asked).toBeGreaterThan(0)
  // src/spsp/query-queue.ts
  expect(asked).toBeLessThanOrEqual(64 + Math.ceil(elapsed / 1_000))
  expect(pointers.most.atOneOrigin).toBe(1)
  expect(pointers.most.overAll).toBeLessThanOrEqual(8)
  expect(reports).toBeLessThanOrEqual(mostReports(elapsed))
})

const TOGGLES = 100_000

test('100,000 attribute toggles are few reports and few queries, and the last state counts', async ({
  wallet,
  localnet,
  site,
  kind,
}) => {
  const [good] = usdPointers(localnet)
  const pointers = await openCountingPointers(5, good)
  const tap = await tapPorts(wallet)
  const links = Object.fromEntries(pointers.origins.map((origin, n) => [`l${n}`, `${origin}/${n}`]))
  const url = site.page('/', pageWithLinks(links))
  const page = await wallet.openBeside(url)
  await untilHeard(page, 'monetization', 'l0')
  const first = await tap.reports(url)
  const began = Date.now()
  await page.evaluate(`(async () => {
    const links = [...document.querySelectorAll('link')]
    const hrefs = links.map(({ href }) => href)
    window.toggled = 0
    const toggle = (n) => {
      const link = links[n % links.length]
      const turn = Math.floor(n / links.length)
      if (turn % 3 === 0) link.disabled = !link.disabled
      else if (turn % 3 === 1) link.rel = link.rel === 'monetization' ? 'author' : 'monetization'
      else link.href = link.href.endsWith('/other') ? hrefs[n % links.length] : link.href + '/other'
      toggled += 1
    }
    while (toggled < ${TOGGLES}) {
      for (let n = 0; n < 500; n++) toggle(toggled)
      await new Promise((resolve) => setTimeout(resolve))
    }
    links.forEach((link, n) => Object.assign(link, { disabled: false, rel: 'monetization', href: hrefs[n] }))
  })()`)
  const reports = (await tap.reports(url)) - first
  const asked = pointers.asked.length
  const elapsed = Date.now() - began
  const before = await paidTimes(page, 'l0')
  await untilHeard(page, 'monetization', 'l0', before + 2)
  const popup = await wallet.popupFor(page)
  const { tags } = await popup.until(
    'all five',
    ({ tags }) => tags.length === 5 && tags.every(({ state }) => state === 'paying'),
  )
  await popup.closePage(page)
  await pointers.close()

  recordFigures(`Hostile pages, ${kind}`, {
    'attribute toggles': TOGGLES,
    'queries of the toggles': asked,
    'reports of the toggles': reports,
  })
  expect(tags.map(({ address }) => address)).toEqual(Object.values(links))
  expect(asked).toBeLessThanOrEqual(64 + Math.ceil(elapsed / 1_000) + 5)
  expect(pointers.most.atOneOrigin).toBe(1)
  expect(reports).toBeLessThanOrEqual(mostReports(elapsed))
})
