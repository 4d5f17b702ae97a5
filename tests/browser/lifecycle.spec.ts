import type { ServerResponse } from 'node:http'
import { waitUntil } from '../../browsers/wait-until.ts'
import type { Tab } from '../../browsers/driver.ts'
import { openBooks } from './kit/books.ts'
import { heardBy, pageWithLinks, RECORDER, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import type { TestSite } from './kit/test-site.ts'
import { expect, test } from './kit/test.ts'

const countOf = async (page: Tab, type: string, of?: string): Promise<number> =>
  (await heardBy(page)).filter((one) => one.type === type && (of ?? one.of) === one.of).length

test('goes on through pushState, a hash change and the popup opening, as one payment', async ({
  wallet,
  localnet,
  site,
}) => {
  const [url] = usdPointers(localnet)
  const pointer = url.replace('http://', '$')
  const meta = `<meta name="monetization" content="${pointer}">`
  const page = await wallet.open(site.page('/', `<title>App</title>${RECORDER}${meta}`))
  await untilHeard(page, 'monetizationprogress', pointer)
  const goOn = async () =>
    untilHeard(
      page,
      'monetizationprogress',
      pointer,
      (await countOf(page, 'monetizationprogress')) + 1,
    )
  for (const act of [
    `history.pushState({}, '', '/article?page=2')`,
    `history.replaceState({}, '', '/article#note')`,
    `location.hash = 'end'`,
    'history.back()',
  ]) {
    await page.evaluate(`void (${act})`)
    await goOn()
  }
  const popup = await wallet.popupFor(page)
  await popup.until('the page is being paid', ({ page }) => page.state === 'paying')
  await goOn()
  await popup.tab.close()
  await goOn()

  const heard = await heardBy(page)
  expect(heard.filter(({ type }) => type === 'monetizationstart')).toHaveLength(1)
  expect(heard.filter(({ type }) => type === 'monetizationstop')).toEqual([])
  expect(new Set(heard.map(({ detail }) => detail?.['requestId'])).size).toBe(1)
})

test('pays the view of an application that is shown, and not the one before it', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [one, two] = usdPointers(localnet)
  const app = `<title>App</title>${RECORDER}<main></main><script>
    const show = (path, href) => {
      history.pushState({}, '', path)
      const link = Object.assign(document.createElement('link'), { rel: 'monetization', id: path.slice(1), href })
      document.querySelector('main').replaceChildren(link)
    }</script>`
  const page = await wallet.open(site.page('/', app))
  await page.evaluate(`show('/one', '${one}')`)
  await untilHeard(page, 'monetization', 'one')
  await page.evaluate(`show('/two', '${two}')`)
  await untilHeard(page, 'monetization', 'two')
  const { packets } = await books.received(one)
  await untilHeard(page, 'monetization', 'two', 3)
  expect((await books.received(one)).packets).toBe(packets)
  // The same address in a new view is a new tag.
  await page.evaluate(`show('/again', '${two}')`)
  await untilHeard(page, 'monetization', 'again')
  expect(await countOf(page, 'load', 'again')).toBe(1)
})

test('pays the page that is gone back to, and not the one that was left', async ({
  kind,
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [one, two] = usdPointers(localnet)
  const kept = `<script>addEventListener('pageshow', ({ persisted }) => (window.kept = persisted))</script>`
  // A page that must not be stored is not kept for going back to.
  const headers = { 'cache-control': 'no-cache' }
  const first = site.page('/first', kept + pageWithLinks({ a: one }), headers)
  const second = site.page('/second', kept + pageWithLinks({ b: two }), headers)
  const page = await wallet.open(first)
  await untilHeard(page, 'monetization', 'a')
  await page.goto(second)
  await untilHeard(page, 'monetization', 'b')
  let timesKept = 0
  const steps = [
    ['history.back()', 'a', two],
    ['history.forward()', 'b', one],
    ['history.back()', 'a', two],
    ['history.forward()', 'b', one],
    ['location.reload()', 'b', one],
  ] as const
  for (const [step, [script, id, left]] of steps.entries()) {
    await page.evaluate(`void (window.left = ${step}, setTimeout(() => ${script}))`)
    // Not the one that is about to go.
    const came = `window.left !== ${step} && globalThis.heard && 'kept' in window`
    await page.waitFor(`${came} && document.querySelector('link').id === '${id}'`, {
      what: `the page of ${id}`,
    })
    if (await page.evaluate<boolean>('kept')) timesKept += 1
    await untilHeard(page, 'monetization', id, (await countOf(page, 'monetization', id)) + 1)
    const { packets } = await books.received(left)
    await untilHeard(page, 'monetization', id, (await countOf(page, 'monetization', id)) + 2)
    expect((await books.received(left)).packets, script).toBe(packets)
  }
  // A browser may let go of what it keeps. Chromium under Playwright keeps nothing: see lifecycle-chromium.spec.ts.
  if (kind === 'firefox') expect(timesKept).toBeGreaterThan(0)
})

/** A payment pointer that answers when it is told to, as the wallet's own. */
const slowPointer = (site: TestSite, path: string, to: string) => {
  const held: ServerResponse[] = []
  return {
    url: site.answer(path, (_, response) => void held.push(response)),
    asked: () =>
      waitUntil(() => Promise.resolve(held.length > 0 ? true : null), {
        what: `${path} to be asked`,
      }),
    answer: () => {
      for (const response of held.splice(0)) response.writeHead(302, { location: to }).end()
    },
  }
}

test('pays nobody whose tag was changed or removed while its address was being asked', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [one, two] = usdPointers(localnet)
  const page = await wallet.open(site.page('/', pageWithLinks({ steady: two })))
  await untilHeard(page, 'monetization', 'steady')
  const popup = await wallet.popupFor(page)
  for (const [index, act] of [
    `late.href = ${JSON.stringify(two)}`,
    'late.disabled = true',
    `late.rel = 'nofollow'`,
    'late.remove()',
  ].entries()) {
    const slow = slowPointer(site, `/slow/${index}`, one)
    await page.evaluate(`void document.head.append(Object.assign(document.createElement('link'),
      { rel: 'monetization', id: 'late', href: ${JSON.stringify(slow.url)} }))`)
    await slow.asked()
    await page.evaluate(`void (${act})`)
    await popup.until('it to be gone', ({ tags }) =>
      tags.every(({ address }) => address !== slow.url),
    )
    if (index === 0) await untilHeard(page, 'monetization', 'late')
    slow.answer()
    await untilHeard(
      page,
      'monetization',
      'steady',
      (await countOf(page, 'monetization', 'steady')) + 2,
    )
    await page.evaluate(`void document.getElementById('late')?.remove()`)
    expect(await countOf(page, 'load', 'late'), act).toBe(1)
    expect(await countOf(page, 'error', 'late'), act).toBe(0)
  }

  // So it is with a page that is left, and with a tab that is closed.
  const leaving = slowPointer(site, '/slow/leaving', one)
  const other = await wallet.openBeside(site.page('/leaving', pageWithLinks({ a: leaving.url })))
  await leaving.asked()
  await other.goto(site.page('/left', pageWithLinks({})))
  leaving.answer()
  const closing = slowPointer(site, '/slow/closing', one)
  await other.goto(site.page('/closing', pageWithLinks({ a: closing.url })))
  await closing.asked()
  await other.close()
  closing.answer()
  await untilHeard(
    page,
    'monetization',
    'steady',
    (await countOf(page, 'monetization', 'steady')) + 2,
  )
  expect((await books.received(one)).packets).toBe(0)
})

test('pays a window that is visible without having the focus', async ({
  kind,
  wallet,
  localnet,
  site,
}) => {
  const [one, two] = usdPointers(localnet)
  const first = await wallet.open(site.page('/one', pageWithLinks({ a: one })))
  await untilHeard(first, 'monetization', 'a')
  const second = await wallet.openBeside(site.page('/two', pageWithLinks({ b: two })))
  await untilHeard(second, 'monetization', 'b')
  expect(await first.evaluate('document.visibilityState')).toBe('visible')
  // Under Playwright every page of Chromium says that it has the focus.
  if (kind === 'firefox') expect(await first.evaluate('document.hasFocus()')).toBe(false)
  await untilHeard(first, 'monetization', 'a', (await countOf(first, 'monetization')) + 2)
})
