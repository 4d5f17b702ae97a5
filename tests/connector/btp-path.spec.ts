import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import MiniAccounts from 'ilp-plugin-mini-accounts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeWallet, freshDisk } from './node-wallet.ts'

/** interledger-rs listens there: the user is in the path, and the token in BTP's authentication. */
const PATH = '/accounts/alice/ilp/btp'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

let port: number
let plugin: MiniAccounts
beforeAll(async () => {
  port = await freePort()
  plugin = new MiniAccounts({
    wsOpts: { host: '127.0.0.1', port, path: PATH },
    allowedOrigins: ['.*'],
    debugHostIldcpInfo: { clientAddress: 'test.path', assetCode: 'USD', assetScale: 9 },
  })
  await plugin.connect()
})
afterAll(() => plugin.disconnect())

it.each([
  [PATH, null],
  [
    '/accounts/alice/ilp',
    { code: 'answered-otherwise', seen: { status: 426, contentType: 'text/plain' } },
  ],
])('BTP at %s: %j', async (path, failure) => {
  freshDisk()
  const { wallet } = await createNodeWallet()
  const address = `btp+ws://:secret@127.0.0.1:${port}${path}`
  const input = { address, username: '', token: '', developerMode: true }
  expect(await wallet.commands.connect(input)).toEqual(failure)
  const shown = wallet.snapshot(null).connection
  if (failure === null) expect(shown?.address).toBe(`ws://127.0.0.1:${port}${PATH}`)
  else expect(shown).toBeNull()
})
