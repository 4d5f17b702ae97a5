import { StreamServer } from '@interledger/stream-receiver'
import { isFulfill, isIlpReply, serializeIlpFulfill, serializeIlpReply } from 'ilp-packet'
import { generatePskEncryptionKey } from 'ilp-protocol-stream/dist/src/crypto'
import {
  ConnectionAssetDetailsFrame,
  Packet,
  type Frame,
} from 'ilp-protocol-stream/dist/src/packet'
import { expect, it } from 'vitest'
import { randomBytes } from '../../extension/ports/random-bytes.ts'
import { systemClock } from '../../extension/ports/system-clock.ts'
import { createChance } from '../../tests/simulate/chance.ts'
import { createSimConnector } from '../../tests/simulate/sim-connector.ts'
import type { SimReceiver } from '../../tests/simulate/sim-receiver.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import type { Asset } from '../money/asset.ts'
import { TICK_MS } from '../pace/pace.ts'
import type { Clock } from '../ports/clock.ts'
import type { RandomBytes } from '../ports/random.ts'
import type { TagNews } from './tag-news.ts'
import { createWallet, type Wallet } from './wallet.ts'

const EUR: Asset = { code: 'EUR', scale: 9 }
const XRP: Asset = { code: 'XRP', scale: 9 }

interface Behaviour {
  /** Each query is answered with the next of these. */
  readonly assets: Asset[]
  /** Waited for before a packet is answered. */
  readonly hold?: (destination: string) => Promise<void>
  /** Frames that are added to what the first connection hears of its money. */
  readonly adds?: readonly Frame[]
}

const createReceiver = ({ assets, hold, adds = [] }: Behaviour): SimReceiver => {
  const keys = new Map<string, Promise<Buffer>>()
  const server = new StreamServer({
    serverSecret: Buffer.alloc(32, 1),
    serverAddress: 'test.conn.receivers.0',
  })
  return {
    kind: 'honest',
    price: 1n,
    received: () => 0n,
    spsp() {
      const asset = assets.length > 1 ? assets.shift() : assets[0]
      const { ilpAddress, sharedSecret } = server.generateCredentials({ asset: asset ?? EUR })
      keys.set(ilpAddress, generatePskEncryptionKey(sharedSecret))
      return { destination_account: ilpAddress, shared_secret: sharedSecret.toString('base64') }
    },
    async answer(prepare) {
      const reply = server.createReply(prepare)
      if (isIlpReply(reply)) return serializeIlpReply(reply)
      await hold?.(prepare.destination)
      const fulfill = reply.accept()
      const key = await keys.get(prepare.destination)
      if (!key || !isFulfill(fulfill)) throw new Error('not ours')
      const says = await Packet.decryptAndDeserialize(key, fulfill.data)
      const [first] = keys.keys()
      if (prepare.destination === first) says.frames.push(...adds)
      return serializeIlpFulfill({ ...fulfill, data: await says.serializeAndEncrypt(key) })
    },
  }
}

/** A wallet that pays one page, with so many tags, to this receiver. */
const start = async (
  receiver: SimReceiver,
  count = 1,
  random: RandomBytes = randomBytes,
  beating = true,
) => {
  const connector = createSimConnector({
    chance: createChance(1),
    receivers: [receiver],
    due: () => false,
    arrived: () => {},
  })
  const beats = new Set<() => void>()
  const clock: Clock = {
    ...systemClock,
    after(ms, call) {
      if (ms !== TICK_MS) return systemClock.after(ms, call)
      const beat = (): void => {
        beats.delete(beat)
        call()
      }
      beats.add(beat)
      const cancel = beating ? systemClock.after(ms, beat) : () => {}
      return () => {
        beats.delete(beat)
        cancel()
      }
    },
  }
  const news: TagNews[] = []
  let saved: unknown
  /** Whether the mirror is written, if it is held. */
  let mirrored: Promise<void> | undefined
  /** What each snapshot says that is taken when all is stored. */
  const lagging: boolean[] = []
  const wallet: Wallet = await createWallet(
    {
      clock,
      random,
      journals: createMemoryJournalStore(),
      mirrors: {
        load: () => Promise.resolve(undefined),
        save: () => mirrored ?? Promise.resolve(),
      },
      settings: {
        load: () => Promise.resolve(undefined),
        async save(settings) {
          await new Promise(setImmediate)
          saved = settings
        },
      },
      openSocket: () => connector.openSocket({ alive: true, reach: (call) => call() }),
      httpPost: () => Promise.resolve({ kind: 'failure' as const }),
      httpGet: ({ url }) =>
        Promise.resolve({
          kind: 'reply',
          status: 200,
          url,
          contentType: 'application/spsp4+json',
          serverTime: null,
          retryAfter: null,
          body: JSON.stringify(receiver.spsp()),
        }),
    },
    {
      onNews: (_document, _tag, one) => news.push(one),
      onChange: () => {},
      onStored: () => lagging.push(wallet.snapshot(null).unwritten),
    },
  )
  const { commands } = wallet
  await commands.connect({
    address: 'wss://connector.example/',
    username: 'me',
    token: 'token',
    developerMode: false,
  })
  await commands.start('5')
  const site = 'https://site.example'
  const tags = Array.from({ length: count }, (_, index) => ({
    id: `tag ${index}`,
    address: `https://wallet.example/${index}`,
  }))
  wallet.setDocument('page', { tab: 1, site, visible: true, tags })
  const holdMirror = (): (() => void) => {
    let letGo = (): void => {}
    mirrored = new Promise((resolve) => (letGo = resolve))
    return () => {
      mirrored = undefined
      letGo()
    }
  }
  return { wallet, news, beats, saved: () => saved, lagging, holdMirror }
}

it('says that its history lags behind, and once that is no longer so', async () => {
  const { wallet, lagging, holdMirror } = await start(createReceiver({ assets: [EUR] }))
  await expect.poll(() => lagging.length).toBeGreaterThan(0)
  const letGo = holdMirror()
  await expect.poll(() => wallet.snapshot(null).unwritten).toBe(true)
  const told = lagging.length
  await wallet.commands.setPayments(false)
  expect(wallet.snapshot(null).unwritten).toBe(true)
  expect(lagging).toHaveLength(told)
  letGo()
  await expect.poll(() => wallet.snapshot(null).budget?.reserved).toBe('0')
  await expect.poll(() => lagging.length).toBeGreaterThan(told)
  expect(lagging.at(-1)).toBe(false)
})

it('tells a page of a late packet in what its receiver counted', async () => {
  let release = (): void => {}
  let first = ''
  const held = new Promise<void>((resolve) => (release = resolve))
  const receiver = createReceiver({
    assets: [EUR, XRP],
    hold(destination) {
      first ||= destination
      return destination === first ? held : Promise.resolve()
    },
  })
  const { wallet, news } = await start(receiver)
  const paidIn = (): string[] =>
    news.flatMap((one) => (one.kind === 'paid' ? [one.asset.code] : []))
  await expect.poll(() => first).not.toBe('')
  await wallet.commands.setPayments(false)
  await wallet.commands.setPayments(true)
  await expect.poll(paidIn).toContain('XRP')
  release()
  await expect.poll(paidIn).toContain('EUR')
  await wallet.commands.setPayments(false)
})

it('has one beat, although a session ends in the middle of it', async () => {
  const changed = new ConnectionAssetDetailsFrame(XRP.code, XRP.scale)
  const { wallet, beats } = await start(createReceiver({ assets: [EUR], adds: [changed] }), 2)
  const reasons = () => wallet.snapshot(1).page?.tags.map(({ reason }) => reason)
  await expect.poll(reasons).toContain('delivery-unproven')
  expect(beats.size).toBe(1)
  await wallet.commands.setPayments(false)
})

it('pays a page that comes between two beats before the next one', async () => {
  const { wallet, news, beats } = await start(
    createReceiver({ assets: [EUR] }),
    1,
    randomBytes,
    false,
  )
  const paid = () => news.filter(({ kind }) => kind === 'paid').length
  await expect.poll(paid).toBe(1)
  wallet.removeDocument('page')
  const tags = [{ id: 'next', address: 'https://wallet.example/next' }]
  wallet.setDocument('next', { tab: 1, site: 'https://site.example', visible: true, tags })
  await expect.poll(paid).toBe(2)
  expect(beats.size).toBe(1)
  await wallet.commands.setPayments(false)
})

it('takes orders that come at the same time one after the other', async () => {
  const { wallet, saved } = await start(createReceiver({ assets: [EUR] }))
  const { commands } = wallet
  await Promise.all([
    commands.forgetConnection(),
    commands.setRate('1'),
    commands.setPayments(true),
    commands.setRateTolerance('7'),
  ])
  expect(saved()).toMatchObject({ connection: null, payments: true, rateTolerance: 700 })
  expect(wallet.snapshot(null)).toMatchObject({ setup: 'connection', rateTolerance: 700 })
})

it('leaves a tag alone where it fails itself at something that cannot happen', async () => {
  const { wallet, news } = await start(createReceiver({ assets: [EUR] }), 1, () => {
    throw new Error('a computer without chance')
  })
  await expect
    .poll(() => wallet.snapshot(1).page?.tags[0])
    .toMatchObject({ state: 'stopped', reason: 'internal-fault', sent: '0' })
  expect(news.map(({ kind }) => kind)).toEqual(['pending', 'load', 'paused', 'error'])
})
