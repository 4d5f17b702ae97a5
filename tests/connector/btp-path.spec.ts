import MiniAccounts from 'ilp-plugin-mini-accounts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePortBlock } from '../../localnet/free-port-block.ts'
import { createNodeWallet, freshDisk } from './node-wallet.ts'

/** interledger-rs listens there: the user is in the path, and the token in BTP's authentication. */
const PATH = '/accounts/alice/ilp/btp'

let port: number
let plugin: MiniAccounts
beforeAll(async () => {
  port = await freePortBlock(1)
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
