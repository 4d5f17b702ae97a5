import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { received } from '../../localnet/testing/received.ts'
import { recordFigures } from '../figures/record-figures.ts'
import { openFaultyWire, type WireFault } from './faulty-wire.ts'
import { createNodeWallet, freshDisk } from './node-wallet.ts'

/** `TRIBUTARY_PACKETS=…` for another length. */
const PACKETS = Number(process.env['TRIBUTARY_PACKETS'] ?? 20_000)
const KILLS = 3
/** One packet a second each. */
const TABS = 10
const TAGS = 24
const MINUTES = 60_000

let localnet: Localnet
beforeAll(async () => {
  freshDisk()
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())

it(
  `keeps its books over ${PACKETS} packets of a real connector that is killed, cut off and misheard`,
  { timeout: 45 * MINUTES },
  async () => {
    // Receivers in our own asset: what they got can be laid beside what we sent, whatever the connector forgot.
    const wallets = localnet.wallets.filter(
      ({ asset }) => asset.code === 'USD' && asset.scale === 9,
    )
    const records = async () =>
      (await Promise.all(wallets.map(received))).reduce((sum, one) => sum + one, 0n)
    const before = await records()
    const [account] = localnet.btp
    if (!account) throw new Error('localnet gives no account')
    const wire = await openFaultyWire(account.url, 1)
    const node = await createNodeWallet()
    const { commands } = node.wallet
    const { username, token } = account
    expect(
      await commands.connect({ address: wire.url, username, token, developerMode: true }),
    ).toBeNull()
    await commands.setRate('3600')
    await commands.start('1000000')
    wire.storm(true)
    for (let tab = 0; tab < TABS; tab++) {
      const tags = Array.from({ length: TAGS }, (_, index) => ({
        id: `tag ${index}`,
        address: wallets[index % wallets.length]?.pointer ?? '',
      }))
      node.wallet.setDocument(`tab ${tab}`, {
        tab,
        site: `https://site${tab}.example`,
        visible: true,
        tags,
      })
    }
    let [read, paid] = [0, 0]
    const packets = (): number => {
      for (; read < node.news.length; read++) if (node.news[read]?.news.kind === 'paid') paid += 1
      return paid
    }
    for (let kill = 1; kill <= KILLS; kill++) {
      const target = (PACKETS * kill) / (KILLS + 1)
      await node.until(`${target} packets`, () => packets() >= target, 10 * MINUTES)
      await localnet.connector.kill()
      await localnet.connector.start()
    }
    await node.until(`${PACKETS} packets`, () => packets() >= PACKETS, 10 * MINUTES)
    wire.storm(false)
    await commands.setPayments(false)
    const { budget } = await node.until(
      'nothing is on its way',
      (snapshot) => snapshot.budget?.reserved === '0',
      2 * MINUTES,
    )
    const spent = BigInt(budget?.spent ?? '0')
    const inDoubt = BigInt(budget?.inDoubt ?? '0')
    const got = (await records()) - before
    const unknown = got > spent + inDoubt ? got - spent - inDoubt : 0n
    recordFigures('A real connector over a faulty wire', {
      packets: packets(),
      kills: KILLS,
      ...Object.fromEntries([...wire.faults].map(([fault, count]) => [`fault: ${fault}`, count])),
      'units in doubt': inDoubt,
      'units of difference': unknown,
    })
    expect(got).toBeGreaterThanOrEqual(spent)
    expect(got).toBeLessThanOrEqual(spent + inDoubt)
    const count = (fault: WireFault): number => wire.faults.get(fault) ?? 0
    for (const fault of ['frame twice', 'frames reordered', 'in pieces', 'slow'] as const) {
      // The seldomest comes 40 times in the mean: which frame draws which number is up to the machine.
      expect(count(fault), fault).toBeGreaterThan(10)
    }
    expect(count('cut') + count('junk frame')).toBeGreaterThan(2)
    expect(count('half-open')).toBeGreaterThan(0)
    await wire.close()
  },
)
