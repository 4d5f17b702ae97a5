import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { recordFigures } from '../figures/record-figures.ts'
import { createNodeWallet, freshDisk } from './node-wallet.ts'

const TABS = 1_000
const ORIGINS = 20
const MOST_AT_ONCE = 8

let localnet: Localnet
beforeAll(async () => {
  freshDisk()
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())

/** Payment pointers that lead nowhere, and count who asks them at the same time. */
const openPointers = async () => {
  const open = new Map<Server, number>()
  const figures = { mostAtOneOrigin: 0, mostOverAll: 0 }
  const asked: string[] = []
  const sum = () => [...open.values()].reduce((all, one) => all + one, 0)
  let letGo: () => void = () => {}
  /** Nobody is answered before as many were here at the same time as may be. */
  const full = new Promise<void>((resolve) => (letGo = resolve))
  const answer = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/spsp4+json' }).end('{}')
  }
  const servers = Array.from({ length: ORIGINS }, () => {
    // Or one that is about to be closed for idleness is used again, and the query fails.
    const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      const here = (open.get(server) ?? 0) + 1
      open.set(server, here)
      asked.push(request.url ?? '')
      figures.mostAtOneOrigin = Math.max(figures.mostAtOneOrigin, here)
      figures.mostOverAll = Math.max(figures.mostOverAll, sum())
      if (sum() === MOST_AT_ONCE) letGo()
      // Whoever is on the way as well has time to arrive.
      void full.then(() =>
        setTimeout(() => {
          open.set(server, (open.get(server) ?? 0) - 1)
          answer(response)
        }, 5),
      )
    }).listen(0, '127.0.0.1')
    return server
  })
  await Promise.all(servers.map((server) => once(server, 'listening')))
  return {
    figures,
    asked,
    origins: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    async close() {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
        await once(server, 'close')
      }
    },
  }
}

it(`asks for ${TABS} tabs one at a time at each origin, eight over all, and for hidden ones never`, async () => {
  const pointers = await openPointers()
  const [account] = localnet.btp
  if (!account) throw new Error('localnet gives no account')
  const node = await createNodeWallet()
  const { url, username, token } = account
  const input = { address: url, username, token, developerMode: true }
  expect(await node.wallet.commands.connect(input)).toBeNull()
  expect(await node.wallet.commands.start('5')).toBeNull()
  const show = (tab: number, visible: boolean): void =>
    node.wallet.setDocument(`tab ${tab}`, {
      tab,
      site: 'https://site.example',
      visible,
      tags: [{ id: `tag ${tab}`, address: `${pointers.origins[tab % ORIGINS]}/${tab}` }],
    })
  const tabs = Array.from({ length: TABS }, (_, tab) => tab)
  // While they are opened, all in one turn, no socket is heard: the way to the connector would not open in time.
  show(0, true)
  await node.until('the connector is reached', ({ connection }) => connection?.state === 'ready')
  for (const tab of tabs) show(tab, true)
  // Those at the end of the queue are out of sight before their turn comes.
  for (const tab of tabs.slice(TABS / 2)) show(tab, false)
  const errors = () => node.news.filter(({ news }) => news.kind === 'error').length
  await node.until('every visible tab has heard of it', () => errors() >= TABS / 2)
  const { figures, asked } = pointers
  recordFigures('Queries of many tabs', {
    tabs: TABS,
    queries: asked.length,
    'most at one origin': figures.mostAtOneOrigin,
    'most over all': figures.mostOverAll,
  })
  expect(errors()).toBe(TABS / 2)
  expect(figures).toEqual({ mostAtOneOrigin: 1, mostOverAll: MOST_AT_ONCE })
  expect(asked.filter((path) => Number(path.slice(1)) >= TABS / 2)).toEqual([])
  // Those on their way while all the tabs are opened at once may run out of time on a slow machine.
  expect(new Set(asked).size).toBeGreaterThanOrEqual(TABS / 2 - 2 * MOST_AT_ONCE)
  await pointers.close()
})
