import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  deserializeIlpPrepare,
  serializeIlpFulfill,
  serializeIlpReject,
  Type,
  type IlpPrepare,
} from 'ilp-packet'
import { fetch as fetchIldcp } from 'ilp-protocol-ildcp'
import {
  generateFulfillment,
  generateFulfillmentKey,
  generatePskEncryptionKey,
  hash,
} from 'ilp-protocol-stream/dist/src/crypto.js'
import {
  ConnectionAssetDetailsFrame,
  FrameType,
  Packet,
  StreamMaxMoneyFrame,
  type Frame,
} from 'ilp-protocol-stream/dist/src/packet.js'
import type { Localnet } from '../../localnet/localnet.ts'
import { portOf, portPlan } from '../../localnet/port-plan.ts'
import { ReceiverLink } from '../../localnet/wallets/receiver-link.ts'
import { replyOf, type Lie, type Lies, type MoneyPacket } from './lies.ts'

/** Receivers on the connector of a local network: each answers probes as it should, and money with its lie. */
export interface LyingReceivers {
  address(name: string): string
  /** What the connector let it have, in units of USD/9. */
  received(name: string): bigint
  /** What a payer answered to packets that were sent to it, first byte of each. */
  readonly answers: readonly number[]
  close(): Promise<void>
}

interface Liar {
  readonly lie: Lie
  readonly secret: Buffer
  received: bigint
  packets: number
  payer: string
}

const ANY = '9223372036854775807'

/** A client like the wallets of the network, on the connector's account for them. */
const linkTo = async ({ btp }: Localnet): Promise<{ link: ReceiverLink; address: string }> => {
  const [payer] = btp
  if (!payer) throw new Error('localnet gives no account')
  const { entries } = portPlan(Number(new URL(payer.url).port))
  const link = new ReceiverLink(
    `btp+ws://liar:secret@127.0.0.1:${portOf(entries, 'usd')}`,
    () => {},
  )
  await link.connect()
  return { link, address: (await fetchIldcp(link.sendData)).clientAddress }
}

const spspServer = async (answer: (name: string) => unknown) => {
  // One that is about to be closed for idleness would be used again, and the query would fail.
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/spsp4+json' })
      .end(JSON.stringify(answer(decodeURIComponent(request.url ?? '').slice(1)))),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** What every receiver tells of itself (RFC 29): its asset, and that it takes any amount. */
const framesFor = (asked: Packet, { asset = { code: 'USD', scale: 9 } }: Lie): Frame[] =>
  asked.frames.flatMap((frame): Frame[] => {
    if (frame.type === FrameType.ConnectionNewAddress)
      return [new ConnectionAssetDetailsFrame(asset.code, asset.scale)]
    return frame.type === FrameType.StreamMoney
      ? [new StreamMaxMoneyFrame(frame.streamId, ANY, 0)]
      : []
  })

const readMoney = async (
  prepare: IlpPrepare,
  liar: Liar,
): Promise<MoneyPacket & { real: boolean }> => {
  const key = await generatePskEncryptionKey(liar.secret)
  const asked = await Packet.decryptAndDeserialize(key, prepare.data)
  for (const frame of asked.frames)
    if (frame.type === FrameType.ConnectionNewAddress) liar.payer = frame.sourceAccount
  const fulfillment = await generateFulfillment(
    await generateFulfillmentKey(liar.secret),
    prepare.data,
  )
  const real = (await hash(fulfillment)).equals(prepare.executionCondition)
  return {
    real,
    asked,
    number: liar.packets,
    amount: BigInt(prepare.amount),
    payer: liar.payer,
    fulfillment,
    frames: framesFor(asked, liar.lie),
    seal: (packet) => packet.serializeAndEncrypt(key),
  }
}

export const openLyingReceivers = async (
  localnet: Localnet,
  lies: Lies,
): Promise<LyingReceivers> => {
  const { link, address } = await linkTo(localnet)
  const answers: number[] = []
  const liars = Object.entries(lies).map(([name, lie], index) => ({
    name,
    account: `${address}.${index}`,
    liar: { lie, secret: randomBytes(32), received: 0n, packets: 0, payer: '' },
  }))
  const liarAt = (key: 'name' | 'account', value: string): Liar => {
    const found = liars.find((one) => one[key] === value)
    if (!found) throw new Error(`no liar has the ${key} ${value}`)
    return found.liar
  }

  link.registerDataHandler(async (bytes) => {
    const prepare = deserializeIlpPrepare(bytes)
    const liar = liarAt('account', prepare.destination)
    const money = await readMoney(prepare, liar)
    if (!money.real) {
      const data = await money.seal(replyOf(money, Type.TYPE_ILP_REJECT))
      return serializeIlpReject({
        code: 'F99',
        message: '',
        triggeredBy: prepare.destination,
        data,
      })
    }
    if (money.amount === 0n) {
      const data = await money.seal(replyOf(money, Type.TYPE_ILP_FULFILL))
      return serializeIlpFulfill({ fulfillment: money.fulfillment, data })
    }
    liar.packets += 1
    const reply = await liar.lie.tell(money, async (packet) => {
      answers.push((await link.sendData(packet))[0] ?? 0)
    })
    // Any other preimage the connector takes for a reject.
    if (reply.includes(money.fulfillment)) liar.received += money.amount
    return reply
  })
  const server = await spspServer((name) => {
    const found = liars.find((one) => one.name === name)
    return {
      destination_account: found?.account,
      shared_secret: found?.liar.secret.toString('base64'),
    }
  })
  const { port } = server.address() as AddressInfo
  return {
    address: (name) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
    received: (name) => liarAt('name', name).received,
    answers,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await link.disconnect()
    },
  }
}
