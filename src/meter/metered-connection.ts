import { deserializeIlpPrepare, type IlpPrepare } from 'ilp-packet'
import type { Renewal } from '../budget/renewal.ts'
import { LinkLost, NotSent } from '../connector/link-failure.ts'
import { dayOf } from '../history/span.ts'
import { leftFor, leftNow } from '../ledger/book.ts'
import type { Delivered, DoubtWhy, PacketId } from '../ledger/entry.ts'
import type { Journal } from '../ledger/journal.ts'
import { sourceUnits, type DeliveredUnits, type SourceUnits } from '../money/units.ts'
import type { Clock, EpochMs } from '../ports/clock.ts'
import { classifyReply } from './classify-reply.ts'
import { rejectAll, rejectForNow, rejectTooLarge, rejectUnheard } from './local-reject.ts'
import type { KnownProof, Proof, StreamKeys, StreamPacket } from './stream-keys.ts'
import type { Terms } from './terms.ts'

/** The largest probe that leaves: it counts against the user's credit at the connector until rejected. */
export const LARGEST_PROBE = sourceUnits(10n ** 10n)

const STREAM_FULFILL = 13

/**
 * Packets of all kinds between two grants. Opening takes some twenty, a grant one with money and one without. A
 * receiver can have the library send more: by letting only tiny amounts through, or by refusing what costs nothing.
 */
export const MOST_PACKETS = 100
/** Packets once barred: that the stream and the connection are closed, each said once or twice. */
export const MOST_CLOSING_PACKETS = 4

/** What one connection hears of its own packets. */
export interface MeterEvents {
  /** `delivered` null: fulfilled, but without proof of what arrived that could be believed. */
  posted(amount: SourceUnits, delivered: DeliveredUnits | null, receipt: Uint8Array | null): void
  /**
   * A money packet was rejected. `early`: long before it expired by our clock. `arrived`: what the receiver
   * says it would have got, if it spoke.
   */
  refused(code: string, early: boolean, amount: SourceUnits, arrived: bigint | null): void
  /** A rate probe reached the receiver, who saw `arrived` units of its own asset. */
  probed(amount: SourceUnits, arrived: bigint): void
  probeRefused(code: string, early: boolean): void
  doubted(amount: SourceUnits, packet: PacketId): void
  /** The wallet itself let nothing through. */
  barred(why: 'budget-spent' | 'site-cap-reached' | 'book-damaged' | 'not-granted'): void
}

export interface MeteredOptions {
  readonly keys: StreamKeys
  readonly destination: string
  /** Origin of the page that is paid. */
  readonly site: string
  /** Path of that page; null where it is not to be kept. */
  readonly page?: () => string | null
  /** The payment pointer's URL. */
  readonly receiver: string
  readonly terms: Terms
  /** What goes into the book as delivered where the receiver proves to have got `claimed`; null: it is not believed. */
  readonly believe: (amount: SourceUnits, claimed: bigint) => Delivered | null
  readonly events: MeterEvents
}

/** One connection's way out. */
export interface MeteredConnection {
  /** For the STREAM library: carries an ILP Prepare, resolves with the ILP reply, rejects where there is none. */
  sendData(prepare: Uint8Array): Promise<Buffer>
  /** Lets this much more money be reserved. */
  allow(units: SourceUnits): void
  /** From now on no money packet is reserved any more. */
  bar(): void
  /** Resolves once no money packet waits for its reservation, the rate or its answer. */
  landed(): Promise<void>
  /** Something granted was not used up yet, or is on its way. */
  readonly busy: boolean
  /** Something waits for its reservation, the rate or its answer. */
  readonly inFlight: boolean
}

export interface MeterContext {
  readonly journal: Journal
  readonly renewal: Renewal
  readonly clock: Clock
  /** By fulfillment, the packets whose own answer is awaited, and whether theirs was already heard. */
  readonly awaiting: Map<string, { proven: boolean }>
  readonly newId: () => PacketId
  readonly carry: (prepare: Uint8Array) => Promise<Uint8Array>
}

/** A packet that would have to wait longer is rejected for the time being: it would expire on the way. */
const LONGEST_WAIT_MS = 3_000

/** A third of a packet's life. */
const EARLY_MS = 10_000

interface Refusal {
  readonly code: string
  readonly early: boolean
  readonly data: Uint8Array
}

const NEVER_SENT: Refusal = { code: 'not-sent', early: true, data: Buffer.alloc(0) }

export const meterConnection = (
  context: MeterContext,
  options: MeteredOptions,
): MeteredConnection => {
  const { journal, renewal, clock, awaiting } = context
  const { keys, events, terms } = options
  const { book } = journal
  let allowance = 0n
  let barred = false
  let flying = 0
  const waiting: (() => void)[] = []
  /** Packets without money, too. */
  let carrying = 0
  /** Since the last grant, or since it is barred. */
  let packets = 0
  /** Since the last grant the library was spared one packet without money. */
  let spared = false

  const readAnswer = async (data: Uint8Array): Promise<StreamPacket | null> =>
    data.length > 0 ? keys.open(data) : null

  const posted = (packet: PacketId, delivered: Delivered | null): Promise<void> =>
    journal.write({ kind: 'post', at: clock.wall(), packet, delivered }, options.page?.() ?? null)
  const post = async (
    id: PacketId,
    amount: SourceUnits,
    request: Promise<StreamPacket | null>,
    data: Uint8Array,
  ): Promise<void> => {
    const [asked, answer] = await Promise.all([request, readAnswer(data)])
    const proof =
      asked && answer?.sequence === asked.sequence && answer.ilpType === STREAM_FULFILL
        ? answer
        : null
    const delivered = proof && options.believe(amount, proof.amount)
    const written = posted(id, delivered)
    try {
      // The page does not wait for the disk: the money has arrived, whatever becomes of us.
      events.posted(amount, delivered?.amount ?? null, proof?.receipt ?? null)
    } finally {
      await written
    }
  }
  const voidPacket = async (
    id: PacketId,
    amount: SourceUnits,
    { code, early, data }: Refusal,
  ): Promise<void> => {
    await journal.write({ kind: 'void', at: clock.wall(), packet: id, code })
    if (!barred) allowance += amount
    events.refused(code, early, amount, (await readAnswer(data))?.amount ?? null)
  }
  const doubt = async (id: PacketId, amount: SourceUnits, why: DoubtWhy): Promise<void> => {
    await journal.write({ kind: 'doubt', at: clock.wall(), packet: id, why })
    events.doubted(amount, id)
  }

  /** For an answer to what is sent now: has it come long before the packet expires? */
  const isEarly = (): (() => boolean) => {
    const sentAt = clock.mono()
    return () => clock.mono() - sentAt < EARLY_MS
  }

  /** Null where the packet may go; else the answer that the library gets instead. */
  const refuse = (amount: SourceUnits): Buffer | null => {
    // In the same turn as the reservation that follows: nothing comes between.
    const left = leftFor(book, options.site, terms.cap())
    const why =
      journal.state !== 'sound'
        ? 'book-damaged'
        : barred || amount > allowance || renewal.state !== 'none'
          ? 'not-granted'
          : left > 0n
            ? null
            : leftNow(book) === 0n
              ? 'budget-spent'
              : 'site-cap-reached'
    if (why === null) return amount > left ? rejectTooLarge(amount, left) : null
    events.barred(why)
    return rejectAll()
  }

  /** False where the wait would be too long. */
  const waitForToll = async (amount: SourceUnits): Promise<boolean> => {
    for (let ms = terms.toll(amount); ms > 0; ms = terms.toll(amount)) {
      if (barred || ms > LONGEST_WAIT_MS) return false
      await new Promise<void>((resolve) => clock.after(ms, resolve))
    }
    return true
  }

  const reserve = async (request: IlpPrepare, amount: SourceUnits): Promise<PacketId | Buffer> => {
    if (!barred && !(await waitForToll(amount))) return rejectForNow()
    const at = clock.wall()
    renewal.roll()
    const refusal = refuse(amount)
    if (refusal) return refusal
    if (book.period === null) throw new Error('a reservation before the first period')
    const packet = context.newId()
    allowance -= amount
    try {
      await journal.write({
        kind: 'reserve',
        at,
        packet,
        period: book.period,
        amount,
        condition: request.executionCondition.toString('hex'),
        expiresAt: request.expiresAt.getTime() as EpochMs,
        site: options.site,
        receiver: options.receiver,
        day: dayOf(at),
      })
    } catch {
      events.barred('book-damaged')
      return rejectAll()
    }
    return packet
  }

  const sendReserved = async (
    id: PacketId,
    bytes: Uint8Array,
    request: IlpPrepare,
    amount: SourceUnits,
    proof: Proof,
  ): Promise<Buffer> => {
    let reply: Uint8Array
    const early = isEarly()
    const carried = context.carry(bytes)
    // Read while it is on its way.
    const asked = keys.open(request.data)
    try {
      reply = await carried
    } catch (why) {
      if (why instanceof NotSent) await voidPacket(id, amount, NEVER_SENT)
      else await doubt(id, amount, why instanceof LinkLost ? 'link-lost' : 'no-answer')
      throw why
    }
    const outcome = await classifyReply(reply, proof)
    if (outcome.kind === 'unclear') {
      await doubt(id, amount, 'wrong-answer')
      throw new Error('the answer to a packet proves nothing')
    }
    if (outcome.kind === 'fulfilled') await post(id, amount, asked, outcome.data)
    else await voidPacket(id, amount, { ...outcome, early: early() })
    return Buffer.from(reply)
  }

  const sendMoney = async (
    bytes: Uint8Array,
    request: IlpPrepare,
    proof: KnownProof,
  ): Promise<Buffer> => {
    const amount = sourceUnits(BigInt(request.amount))
    flying += 1
    try {
      const id = await reserve(request, amount)
      if (typeof id !== 'string') return id
      const own = { proven: false }
      awaiting.set(proof.fulfillment, own)
      try {
        return await sendReserved(id, bytes, request, amount, proof)
      } finally {
        awaiting.delete(proof.fulfillment)
        if (own.proven && book.packets.has(id)) {
          await posted(id, null)
        }
      }
    } finally {
      flying -= 1
      if (flying === 0) for (const resolve of waiting.splice(0)) resolve()
    }
  }

  const sendProbe = async (bytes: Uint8Array, request: IlpPrepare): Promise<Buffer> => {
    const amount = sourceUnits(BigInt(request.amount))
    if (amount > LARGEST_PROBE) return rejectTooLarge(amount, LARGEST_PROBE)
    const packet = context.newId()
    const written = journal.write({ kind: 'probe', at: clock.wall(), packet, amount }).then(
      () => true,
      () => false,
    )
    const early = isEarly()
    try {
      // Nobody can fulfill it, so that it waits for no disk; only where the book takes nothing any more it stays here.
      const reply = journal.state === 'sound' ? await context.carry(bytes) : null
      if (!(await written) || reply === null) {
        events.barred('book-damaged')
        return rejectAll()
      }
      const outcome = await classifyReply(reply, {
        fulfillment: null,
        condition: request.executionCondition.toString('hex'),
      })
      if (outcome.kind === 'rejected') {
        const answer = await readAnswer(outcome.data)
        if (answer) events.probed(amount, answer.amount)
        else events.probeRefused(outcome.code, early())
      }
      return Buffer.from(reply)
    } finally {
      // An end that is not written leaves an open probe, which a start closes: nothing depends on it.
      journal.write({ kind: 'probe-end', at: clock.wall(), packet }).catch(() => {})
    }
  }

  const send = async (bytes: Uint8Array): Promise<Buffer> => {
    const request = deserializeIlpPrepare(Buffer.from(bytes))
    if (request.destination !== options.destination) {
      throw new Error('a prepare for another destination than the connection’s own')
    }
    packets += 1
    if (packets > (barred ? MOST_CLOSING_PACKETS : MOST_PACKETS)) {
      events.barred('not-granted')
      return rejectAll()
    }
    if (request.amount === '0') {
      // After each payment the library says once more what it would take itself, which is nothing. Whatever else it
      // has to say is in its next packet too.
      if (!barred && !spared && allowance === 0n && flying === 0) {
        spared = true
        return rejectUnheard()
      }
      // Nothing can be paid with it: flow control and closing frames travel so.
      return Buffer.from(await context.carry(bytes))
    }
    const proof = await keys.proofFor(request.data)
    return proof.condition === request.executionCondition.toString('hex')
      ? sendMoney(bytes, request, proof)
      : sendProbe(bytes, request)
  }

  return {
    async sendData(bytes) {
      carrying += 1
      try {
        return await send(bytes)
      } finally {
        carrying -= 1
      }
    },
    allow(units) {
      if (barred) return
      allowance += units
      packets = 0
      spared = false
    },
    bar() {
      if (!barred) packets = 0
      barred = true
      allowance = 0n
    },
    landed() {
      return flying === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))
    },
    get inFlight() {
      return carrying > 0
    },
    get busy() {
      return allowance > 0n || flying > 0
    },
  }
}
