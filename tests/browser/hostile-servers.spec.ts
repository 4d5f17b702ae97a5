import { waitUntil } from '../../browsers/wait-until.ts'
import type { Tab } from '../../browsers/driver.ts'
import { makeThrowawayCa } from '../../browsers/throwaway-ca.ts'
import { recordFigures } from '../figures/record-figures.ts'
import { CANARY } from './kit/answers.ts'
import { openBooks } from './kit/books.ts'
import { heardBy, pageWithLinks, untilHeard } from './kit/heard.ts'
import { deafRows, wrongRows, type HostileRow } from './kit/hostile-rows.ts'
import { openHostileServer, type HostileServer } from './kit/hostile-server.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import type { TestSite } from './kit/test-site.ts'
import type { WalletBrowser } from './kit/wallet-browser.ts'
import type { WalletPopup } from './kit/wallet-popup.ts'

/** Of a stream without an end. The wallet reads 16 KiB; until a browser hangs up, loopback is fast. */
const MOST_TAKEN = 256 * 1024 * 1024

interface Placed extends HostileRow {
  readonly server: HostileServer
}

const place = async (rows: readonly HostileRow[]): Promise<Placed[]> => {
  const nobodys = makeThrowawayCa(['localhost'])
  const open = ({ listener, host, untrusted }: HostileRow) =>
    openHostileServer(listener, host, untrusted ? nobodys : undefined)
  return Promise.all(rows.map(async (row) => ({ ...row, server: await open(row) })))
}

/** How often a failing address may have been asked within this time: src/spsp/patience.ts. */
const mostAsked = (elapsedMs: number): number => {
  let asked = 1
  for (let at = 750; at <= elapsedMs; at += asked < 5 ? 750 * 2 ** (asked - 1) : 30_000) asked += 1
  return asked
}

/**
 * Looks until every address has shown its reason; in between it may only be asked again. `late` are those that a
 * busy machine did not answer in time at first.
 */
const untilShown = async (popup: WalletPopup, placed: readonly Placed[]) => {
  const late = new Set<string>()
  const missing = new Set(placed.map(({ id }) => id))
  await popup.until(
    'every reason',
    ({ tags }) => {
      for (const { id, reason, server } of placed) {
        const shown = tags.find(({ address }) => address === server.address)
        expect([reason, 'connecting', 'address-unreachable'], id).toContain(shown?.reason)
        if (reason !== shown?.reason && shown?.reason === 'address-unreachable') late.add(id)
        expect(shown?.sent, id).toBe(0n)
        if (shown?.reason === reason) missing.delete(id)
      }
      return missing.size === 0
    },
    150_000,
  )
  return { late, shown: await popup.tab.evaluate<string>('document.documentElement.outerHTML') }
}

const expectHonestRequests = (
  { id, server, reason, onlyOnce, perQuery = 1 }: Placed,
  elapsedMs: number,
  late: ReadonlySet<string>,
) => {
  const { requests } = server
  const once = reason !== 'address-unreachable' || onlyOnce
  if (once && !late.has(id)) expect(requests.length, id).toBe(1)
  else expect(requests.length, id).toBeLessThanOrEqual(mostAsked(elapsedMs) * perQuery)
  for (const { method, headers } of requests) {
    expect(method, id).toBe('GET')
    for (const name of ['cookie', 'referer', 'authorization', 'origin']) {
      expect(headers[name], `${name} of ${id}`).toBeUndefined()
    }
  }
}

interface Scene {
  readonly wallet: WalletBrowser
  readonly site: TestSite
  readonly good: string
  /** Redirected to the other wallet. */
  readonly moved: string
  readonly other: string
}

const KEPT = `document.cookie + ' ' + localStorage.getItem('kept')`

/** One page with all of them, and a good wallet beside them. */
const meet = async (scene: Scene, rows: readonly HostileRow[]): Promise<Placed[]> => {
  const { wallet, site, good, moved, other } = scene
  const placed = await place(rows)
  try {
    const links = Object.fromEntries(placed.map(({ id, server }) => [id, server.address]))
    const html = `<script>localStorage.setItem('kept', 'too')</script>`
    const openedAt = Date.now()
    const page: Tab = await wallet.open(
      site.page('/', html + pageWithLinks({ ...links, good, moved }), {
        'set-cookie': 'page=kept',
      }),
    )
    const popup = await wallet.popupFor(page)
    // From the beginning: who is late is seen so for less than a second.
    const { shown, late } = await untilShown(popup, placed)
    for (const { id } of placed) await untilHeard(page, 'error', id)
    const paid = (await heardBy(page)).filter(({ of, type }) => of === 'good' && type !== 'load')
    await untilHeard(page, 'monetization', 'good', paid.length + 2)
    await untilHeard(page, 'monetization', 'moved')

    const line = await popup.tab.text('[data-tag-redirected-to]')
    for (const url of [moved, other]) expect(line).toContain(new URL(url).host)
    expect(shown).not.toContain(CANARY)
    expect(shown).not.toContain('onerror')
    const heard = await heardBy(page)
    for (const { id } of placed) {
      expect(
        heard.filter(({ of }) => of === id).map(({ type }) => type),
        id,
      ).toEqual(['error'])
    }
    expect(await page.evaluate(KEPT)).toBe('page=kept too')
    for (const one of placed) expectHonestRequests(one, Date.now() - openedAt, late)
    await popup.closePage(page)
    // Whoever is still speaking is cut off.
    const silent = () => placed.every(({ server }) => server.open() === 0)
    await waitUntil(() => Promise.resolve(silent() ? true : null), { what: 'them to be cut off' })
    for (const { id, server } of placed) expect(server.taken(), id).toBeLessThan(MOST_TAKEN)
    return placed
  } finally {
    for (const { server } of placed) await server.close()
  }
}

test('names what is wrong with each hostile server, pays none, and pays the wallets beside them', async ({
  wallet,
  localnet,
  account,
  site,
  kind,
}) => {
  test.setTimeout(300_000)
  const books = await openBooks(localnet, account)
  const [good, other] = usdPointers(localnet)
  const detour = await openHostileServer((_, response) => {
    response.writeHead(307, { location: other }).end(CANARY)
  })
  const scene = { wallet, site, good, moved: detour.address, other }
  const met = [...(await meet(scene, deafRows(wallet.driver))), ...(await meet(scene, wrongRows()))]
  await detour.close()
  recordFigures(`Hostile servers and receivers, ${kind}`, {
    'hostile servers': met.length,
    'queries to hostile servers': met.reduce((sum, { server }) => sum + server.requests.length, 0),
  })
  expect(met.length).toBeGreaterThanOrEqual(50)
  const received = (await books.received(good)).received + (await books.received(other)).received
  expect(received).toBe(await books.debit())
})
