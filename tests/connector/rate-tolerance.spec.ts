import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { LIES } from './lies.ts'
import { openLyingReceivers, type LyingReceivers } from './lying-receivers.ts'
import { createNodeWallet, freshDisk } from './node-wallet.ts'

/** After its first packet it claims 94 of 100. */
const LESS = 'claims less than the minimum'

let localnet: Localnet
let liars: LyingReceivers
beforeAll(async () => {
  freshDisk()
  localnet = await startLocalnet()
  const lie = LIES[LESS]
  if (!lie) throw new Error('no receiver claims less')
  liars = await openLyingReceivers(localnet, { [LESS]: lie })
})
afterAll(async () => {
  await liars.close()
  await localnet.stop()
})

it('pays on where the rate falls by what the user tolerates, and stops where by more', async () => {
  const [account] = localnet.btp
  if (!account) throw new Error('localnet has no account')
  const node = await createNodeWallet()
  const { wallet } = node
  const { commands } = wallet
  const { url, username, token } = account
  await commands.connect({ address: url, username, token, developerMode: true })
  await commands.setRate('3.6')
  expect(await commands.start('1')).toBeNull()
  expect(await commands.setRateTolerance('50.01')).toBe('tolerance-too-large')
  expect(await commands.setRateTolerance('five')).toBe('amount-malformed')
  expect(wallet.snapshot(null).rateTolerance).toBe(500)
  expect(await commands.setRateTolerance('10')).toBeNull()

  const look = (id: string): void =>
    wallet.setDocument('a', {
      tab: 1,
      site: 'https://blog.example',
      visible: true,
      tags: [{ id, address: liars.address(LESS) }],
    })
  look('one')
  await node.until('it is paid on', ({ page }) => (page?.tags[0]?.packets ?? 0) >= 3)
  expect(await commands.setRateTolerance('5.5')).toBeNull()
  look('another')
  await node.until('it is stopped', ({ page }) => page?.tags[0]?.reason === 'rate-dropped')
})
