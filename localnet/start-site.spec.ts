import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Localnet } from './localnet.ts'
import { startLocalnet } from './start-localnet.ts'

let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())

const text = async (url: string) => (await fetch(url)).text()

test('every tag has a pointer, and so a record, of its own', () => {
  const pointers = localnet.sites.flatMap((site) => site.pointers)
  expect(pointers).toHaveLength(5)
  expect(new Set(pointers).size).toBe(5)
  for (const pointer of pointers) {
    expect(localnet.wallets.filter((wallet) => wallet.pointer === pointer)).toHaveLength(1)
  }
  expect(new Set(localnet.sites.map((site) => site.origin)).size).toBe(4)
})

test('each page names its pointers, in the tag and in the card', async () => {
  const tag =
    /(?:<meta name="monetization" content|<link rel="monetization" href|data-address)="([^"]+)"/g
  for (const site of localnet.sites) {
    const page = await text(site.url)
    expect(page).not.toContain('{{')
    const tags = [...page.matchAll(tag)].map(([, address]) => address)
    const cards = [...page.matchAll(/data-pointer="([^"]+)"/g)].map(([, address]) => address)
    expect(cards).toEqual(tags)
    const spelt = site.pointers.map((pointer) =>
      tags.find((address) => address?.replace('http://', '$') === pointer || address === pointer),
    )
    expect(spelt).toEqual(tags)
  }
})

test('every site has a page without tags, and serves nothing else', async () => {
  for (const { origin } of localnet.sites) {
    expect(await text(`${origin}/plain`)).not.toContain('rel="monetization"')
    for (const path of ['/nothing', '/common/', '/common/..%2fblog', '/../main.ts']) {
      expect((await fetch(origin + path)).status).toBe(404)
    }
  }
})

test('the page of all events names a pointer that gives receipts, and who takes them', async () => {
  const lab = localnet.sites.find(({ pointers }) => pointers[0]?.endsWith('/lab'))!
  const page = await text(`${lab.origin}/events`)
  expect(page).not.toContain('{{')
  const verified = localnet.verifier.pointers.find(({ url }) => url.endsWith('/usd-two/lab'))!
  expect(page).toContain(`value="${verified.url}"`)
  expect(page).toContain(`data-receipts="${localnet.verifier.receipts}"`)
})

test('pages find the files they ask for', async () => {
  const pages = localnet.sites.flatMap(({ url, pointers }) =>
    pointers[0]?.endsWith('/lab') ? [url, `${url}events`] : [url],
  )
  for (const url of pages) {
    const files = [...(await text(url)).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(
      ([, path]) => path,
    )
    expect(files.length).toBeGreaterThan(3)
    for (const path of files) expect((await fetch(new URL(path!, url))).status).toBe(200)
  }
})
