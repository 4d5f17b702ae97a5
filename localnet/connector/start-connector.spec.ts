import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Localnet } from '../localnet.ts'
import { startLocalnet } from '../start-localnet.ts'
import { connects } from '../testing/connects.ts'
import { pay } from '../testing/pay.ts'
import { received } from '../testing/received.ts'
import { readDebit } from './read-debit.ts'

let localnet: Localnet
let tellLost: (how: string) => void
const lost = new Promise<string>((resolve) => {
  tellLost = resolve
})
beforeAll(async () => {
  localnet = await startLocalnet({ onConnectorLost: (how) => tellLost(how) })
})
afterAll(() => localnet.stop())

test('a killed connector comes back on the same ports, and every wallet with it', async () => {
  const { connector, admin } = localnet
  const account = localnet.btp[0]!
  const [stateless, library] = [localnet.wallets[0]!, localnet.wallets[2]!]
  await pay(account, stateless.url, 1_000n)
  const first = connector.pid
  await connector.kill()
  expect(connector.pid).toBeUndefined()
  await expect(readDebit(admin, 'wallet')).rejects.toThrow()

  await connector.start()
  expect(connector.pid).not.toBe(first)
  expect(await readDebit(admin, 'wallet')).toBe(0n)
  await pay(account, stateless.url, 200n)
  await pay(account, library.url, 30n)
  expect(await received(stateless)).toBe(1_200n)
  expect(await received(library)).toBe(30n)
  expect(await readDebit(admin, 'wallet')).toBe(230n)
  expect(await connects({ ...account, token: 'guessed' })).toBe(false)
})

test('a second start is refused', async () => {
  await expect(localnet.connector.start()).rejects.toThrow('already running')
})

test('a death by other hands is reported, and can be mended', async () => {
  process.kill(localnet.connector.pid!, 'SIGKILL')
  expect(await lost).toBe('SIGKILL')
  await localnet.connector.start()
  expect((await pay(localnet.btp[0]!, localnet.wallets[2]!.url, 5n)).sent).toBe(5n)
})
