import { Connection, type DataAndMoneyStream } from 'ilp-protocol-stream'
import type { Account } from '../connector/account.ts'
import { withDeadline } from '../connector/deadline.ts'
import type { Multiplexer } from '../connector/multiplexer.ts'
import type { PacketId } from '../ledger/entry.ts'
import type { Meter } from '../meter/meter.ts'
import type { MeterEvents } from '../meter/metered-connection.ts'
import { deriveStreamKeys } from '../meter/stream-keys.ts'
import type { Terms } from '../meter/terms.ts'
import { hasSoundCode, sameAsset, type Asset } from '../money/asset.ts'
import { deliveredFor, type ExchangeRate } from '../money/exchange-rate.ts'
import {
  deliveredUnits,
  sourceUnits,
  type DeliveredUnits,
  type SourceUnits,
} from '../money/units.ts'
import type { Cancel, Clock } from '../ports/clock.ts'
import type { Receiver } from '../spsp/query-spsp.ts'
import { answerPrepare } from './answer-prepare.ts'
import { createReceiptFilter } from './receipt-filter.ts'
import { refusalReason, toleratedRefusals, type PayerEnd } from './refusal-reason.ts'

/** Probing the rate takes one round trip; this is for paths that answer nothing. */
const CONNECT_MS = 20_000
const PACKET_LIFETIME_MS = 30_000
/** The library destroys idle connections with an error; the wallet itself knows when one is done. */
const NEVER_IDLE_MS = 2_000_000_000
/**
 * What a receiver is told where it could not reach us. Being told nothing it would not name its asset; being told any
 * address ilp-protocol-stream's server would probe it, in vain, and close the connection.
 */
const NO_WAY_BACK = ''
/** One whole in the unit of `rateTolerance`. */
const WHOLE = 10_000
/**
 * What is granted and neither sent nor on its way after this long will not be: the receiver takes no more, or the
 * library has halved its packets to nothing, and neither says so.
 */
const STALLED_MS = 10_000
/** A receiver that claims more than this many times what the rate says is not believed. */
const BELIEVABLE_GAIN = 2n

export interface PayerEvents {
  posted(amount: SourceUnits, delivered: DeliveredUnits, receipt: Uint8Array | null): void
  /** Sent, and nobody can say whether it was paid. */
  doubted(amount: SourceUnits, packet: PacketId): void
  /** Once; nothing is paid afterwards. A packet that is still on its way is settled in the journal alone. */
  ended(why: PayerEnd): void
}

export interface OpenPayer {
  readonly meter: Meter
  readonly multiplexer: Multiplexer
  readonly clock: Clock
  readonly account: Account
  /** Can the receiver send packets to us? */
  readonly wayBack: boolean
  readonly receiver: Receiver
  /** The payment pointer's URL, as resolved from the tag. */
  readonly url: string
  readonly site: string
  /** Path of the page that is paid; null where it is not to be kept. */
  readonly page?: () => string | null
  readonly terms: Terms
  /** Added to our wall clock it gives the network's, milliseconds. */
  readonly clockOffset: number
  /** How far below the probed rate a delivery may fall before the site is no longer paid; hundredths of a percent. */
  readonly rateTolerance: number
  readonly events: PayerEvents
}

/** One STREAM connection that pays one receiver. */
export interface Payer {
  readonly asset: Asset
  readonly rate: ExchangeRate
  readonly busy: boolean
  /** Sends this much as soon as the path allows. */
  grant(units: SourceUnits): void
  /** No money is reserved any more; the connection is closed behind the scenes. */
  stop(): void
}

export const openPayer = async (options: OpenPayer): Promise<Payer | PayerEnd> => {
  const { clock, account, receiver, events } = options
  /** Set once: a connection is counted in one asset to its end. */
  let asset = null as Asset | null
  let rate = null as ExchangeRate | null
  let lastProbeRefusal: PayerEnd | null = null
  let refusals = 0
  let opened = false
  let ended = false
  let why: PayerEnd = 'receiver-unreachable'
  let cancelStalled: Cancel = () => {}

  const end = (reason: PayerEnd): void => {
    if (ended) return
    ended = true
    why = reason
    cancelStalled()
    close()
    if (opened) events.ended(reason)
  }
  const hasEnded = (): boolean => ended
  const endIfStalled = (): void => {
    if (metered.inFlight) cancelStalled = clock.after(STALLED_MS, endIfStalled)
    else if (metered.busy) end('receiver-refused')
  }
  const passReceipt = createReceiptFilter()
  const assetOf = (): Asset | null => {
    const { destinationAssetCode: code, destinationAssetScale: scale } = connection
    return code === undefined || scale === undefined ? null : { code, scale }
  }
  const expectedFor = (amount: SourceUnits): bigint => (rate ? deliveredFor(rate, amount) : 0n)
  const meterEvents: MeterEvents = {
    probed(sent, arrived) {
      // The largest probe that arrived measures most exactly.
      if (arrived > (rate?.delivered ?? 0n)) rate = { sent, delivered: deliveredUnits(arrived) }
    },
    probeRefused(code, early) {
      lastProbeRefusal = refusalReason(code, early)
    },
    posted(amount, arrived, receipt) {
      refusals = 0
      events.posted(amount, arrived ?? deliveredUnits(0n), passReceipt(receipt))
      if (arrived === null) return end('delivery-unproven')
      const least = (expectedFor(amount) * BigInt(WHOLE - options.rateTolerance)) / BigInt(WHOLE)
      if (arrived < least) end('rate-dropped')
    },
    refused(code, early, amount, arrived) {
      refusals += 1
      if (refusals < toleratedRefusals(code)) return
      const less = arrived !== null && rate !== null && arrived < deliveredFor(rate, amount)
      end(less ? 'rate-dropped' : refusalReason(code, early))
    },
    doubted(amount, packet) {
      events.doubted(amount, packet)
      end('connector-unreachable')
    },
    barred(reason) {
      end(reason === 'not-granted' ? 'receiver-refused' : reason)
    },
  }

  const branch = options.multiplexer.open((prepare) =>
    answerPrepare(connection, prepare, sourceAccount),
  )
  const sourceAccount = `${account.ilpAddress}.${branch.name}`
  // Both derive keys of their own, of which each is waited for.
  const [keys, connection] = await Promise.all([
    deriveStreamKeys(receiver.sharedSecret),
    Connection.build({
      // The library is given no way to the network but through the meter.
      plugin: { sendData: (bytes: Buffer) => metered.sendData(bytes) } as never,
      destinationAccount: receiver.destination,
      sharedSecret: Buffer.from(receiver.sharedSecret.reveal()),
      sourceAccount: options.wayBack ? sourceAccount : NO_WAY_BACK,
      assetCode: account.asset.code,
      assetScale: account.asset.scale,
      isServer: false,
      slippage: options.rateTolerance / WHOLE,
      idleTimeout: NEVER_IDLE_MS,
      getExpiry: () => new Date(clock.wall() + options.clockOffset + PACKET_LIFETIME_MS),
      shouldFulfill: () => Promise.reject(new Error('this wallet only pays')),
    }),
  ])
  const metered = options.meter.connection({
    keys,
    destination: receiver.destination,
    site: options.site,
    ...(options.page && { page: options.page }),
    receiver: options.url,
    terms: options.terms,
    believe: (amount, claimed) =>
      asset && claimed <= expectedFor(amount) * BELIEVABLE_GAIN + 1n
        ? { amount: deliveredUnits(claimed), asset }
        : null,
    events: meterEvents,
  })
  const close = (): void => {
    metered.bar()
    // The library tells the receiver in a packet of amount 0; whether it hears it does not matter. But it must not
    // overtake money that waits for its reservation: a receiver that was told of the end knows no such stream any
    // more, and refuses it or counts it from nothing.
    metered
      .landed()
      .then(() => connection.destroy())
      .catch(() => {})
      .finally(() => branch.close())
  }
  connection.on('error', () => end(why))
  connection.on('close', () => end(why))

  try {
    await withDeadline(clock, CONNECT_MS, connection.connect())
  } catch {
    if (lastProbeRefusal !== null) why = lastProbeRefusal
    end(why)
    return why
  }
  // It may have been barred within the volley of probes whose others succeeded.
  if (hasEnded()) return why
  asset = assetOf()
  if (!asset || !rate) {
    end(why)
    return why
  }
  if (!hasSoundCode(asset)) {
    end('address-wrong-answer')
    return why
  }
  opened = true
  const stream: DataAndMoneyStream = connection.createStream()
  stream.on('error', () => end('receiver-refused'))
  stream.on('close', () => end('receiver-refused'))
  let granted = 0n
  return {
    asset,
    rate,
    get busy() {
      return metered.busy
    },
    grant(units) {
      if (ended || units === 0n) return
      // The library takes over whatever the receiver calls its asset meanwhile.
      const now = assetOf()
      if (!now || !asset || !sameAsset(now, asset)) return end('delivery-unproven')
      cancelStalled()
      cancelStalled = clock.after(STALLED_MS, endIfStalled)
      granted += units
      metered.allow(sourceUnits(units))
      stream.setSendMax(granted.toString())
    },
    stop() {
      if (ended) return
      ended = true
      cancelStalled()
      close()
    },
  }
}
