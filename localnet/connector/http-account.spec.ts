import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetch as fetchAccount } from 'ilp-protocol-ildcp'
import type { HttpAccount } from '../announcement.ts'
import type { Localnet } from '../localnet.ts'
import { startLocalnet } from '../start-localnet.ts'

let localnet: Localnet
let account: HttpAccount
beforeAll(async () => {
  localnet = await startLocalnet()
  account = localnet.http[0]!
})
afterAll(() => localnet.stop())

const listensOn = async (host: string): Promise<boolean> => {
  const socket = connect({ host, port: Number(new URL(account.url).port) })
  const listens = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return listens
}

const post = (headers: Record<string, string>, body: Buffer) =>
  fetch(account.url, { method: 'POST', headers, body: Uint8Array.from(body) })

test('it listens on 127.0.0.1 alone, unlike the plugin when it is left alone', async () => {
  const outside = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address }) => address),
  )
  const others = ['127.0.0.2', '::1', ...outside].filter((address) => address !== '127.0.0.1')
  expect(await listensOn('127.0.0.1')).toBe(true)
  for (const other of others) expect(await listensOn(other), other).toBe(false)
})

test('it tells its asset and an address that ends in the name, to the right token alone', async () => {
  const headers = { authorization: `Bearer ${account.token}`, 'ilp-peer-name': account.username }
  const answer = await fetchAccount(async (bytes) =>
    Buffer.from(await (await post(headers, bytes)).arrayBuffer()),
  )
  expect(answer).toMatchObject({
    clientAddress: 'test.tributary.wallet-http.reader',
    assetCode: account.asset.code,
    assetScale: account.asset.scale,
  })
  const refused = await post({ ...headers, authorization: 'Bearer guessed' }, Buffer.alloc(1))
  expect(refused.status).toBe(401)
})
