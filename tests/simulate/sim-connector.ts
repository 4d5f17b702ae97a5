import { deserialize, serialize, MIME_APPLICATION_OCTET_STREAM, Type } from 'btp-packet'
import {
  deserializeIlpFulfill,
  deserializeIlpPrepare,
  serializeIlpReject,
  Type as IlpType,
} from 'ilp-packet'
import { serve } from 'ilp-protocol-ildcp'
import { hash } from 'ilp-protocol-stream/dist/src/crypto'
import type { HttpPost, PostFailure, PostReply } from '../../src/ports/http-post.ts'
import type { PlainSocket } from '../../src/ports/open-socket.ts'
import type { Chance } from './chance.ts'
import type { Life } from './sim-disk.ts'
import type { SimReceiver } from './sim-receiver.ts'

export const OWN_ADDRESS = 'test.conn.me'

/** What the connector does to an answer or a packet; counted where it is done. */
export type WireFault =
  | 'answer lost'
  | 'answer late'
  | 'answer twice'
  | 'answer under another id'
  | 'junk frame'
  | 'cut socket'
  | 'half-open socket'
  | 'refused by the connector'
  | 'unasked prepare'

export interface ConnectorBook {
  /** Money that has gone for good: packets that were fulfilled. */
  readonly gone: () => bigint
  /** Prepares with an amount above 0 that came more than once, byte for byte. */
  readonly repeated: () => number
  readonly prepares: () => number
}

export interface SimConnector extends ConnectorBook {
  openSocket(life: Life): PlainSocket
  /** The same over HTTP: an answer under another id, twice, or nobody asked for is not possible there. */
  httpPost(life: Life): HttpPost
  cutAll(): void
}

export interface SimConnectorOptions {
  readonly chance: Chance
  readonly receivers: readonly SimReceiver[]
  /** Is this fault due now? The caller counts. */
  readonly due: (fault: WireFault) => boolean
  /** A money packet arrived: its reservation must be on the disk. */
  readonly arrived: (condition: string, amount: bigint) => void
}

interface Wire {
  readonly socket: PlainSocket
  readonly life: Life
  open: boolean
  /** The other end is gone, and nobody told the wallet. */
  deaf: boolean
}

export const createSimConnector = (options: SimConnectorOptions): SimConnector => {
  const { chance, due, receivers } = options
  const wires = new Set<Wire>()
  /** Ends the connection of each POST that waits for its answer. */
  const posts = new Set<() => void>()
  const seen = new Set<string>()
  let gone = 0n
  let repeated = 0
  let prepares = 0
  const soon = (call: () => void): void => void setTimeout(call, chance.between(1, 60))

  const toWallet = (wire: Wire, bytes: Buffer): void =>
    soon(() => {
      const copy = Uint8Array.from(bytes).buffer
      if (wire.open && !wire.deaf)
        wire.life.reach(() => wire.socket.onmessage?.({ data: copy as never }))
    })
  const drop = (wire: Wire): void => {
    if (!wire.open) return
    wire.open = false
    wires.delete(wire)
    wire.life.reach(() => wire.socket.onclose?.({} as never))
  }
  /** As mini-accounts does: an answer goes to whatever sockets the account has now. */
  const respond = (requestId: number, ilp: Buffer | null): void => {
    const protocolData = ilp
      ? [{ protocolName: 'ilp', contentType: MIME_APPLICATION_OCTET_STREAM, data: ilp }]
      : []
    const frame = serialize({ type: Type.TYPE_RESPONSE, requestId, data: { protocolData } })
    for (const wire of wires) toWallet(wire, frame)
  }
  const receive = async (bytes: Buffer): Promise<Buffer> => {
    const prepare = deserializeIlpPrepare(bytes)
    if (prepare.destination === 'peer.config') {
      return serve({
        requestPacket: bytes,
        serverAddress: 'test.conn',
        handler: () =>
          Promise.resolve({ clientAddress: OWN_ADDRESS, assetCode: 'USD', assetScale: 9 }),
      })
    }
    const amount = BigInt(prepare.amount)
    const print = bytes.toString('hex')
    if (amount > 0n) {
      prepares += 1
      if (seen.has(print)) repeated += 1
      seen.add(print)
    }
    const refuse = (code: string): Buffer =>
      serializeIlpReject({ code, message: '', triggeredBy: 'test.conn', data: Buffer.alloc(0) })
    if (amount > 0n && due('refused by the connector')) {
      return refuse(chance.pick(['T00', 'T04', 'T05', 'R00', 'F02', 'F08']))
    }
    const name = prepare.destination.split('.')[3] ?? ''
    const receiver = receivers[Number(name)]
    if (!receiver) return refuse('F02')
    const reply = await receiver.answer(prepare, amount / receiver.price)
    if (reply[0] === IlpType.TYPE_ILP_FULFILL && amount > 0n) {
      const { fulfillment } = deserializeIlpFulfill(reply)
      if ((await hash(fulfillment)).equals(prepare.executionCondition)) {
        options.arrived(prepare.executionCondition.toString('hex'), amount)
        gone += amount
      }
    }
    return reply
  }
  const handleIlp = (requestId: number, ilp: Buffer): void => {
    void receive(ilp).then((reply) => {
      const answer = (): void => {
        if (due('cut socket')) for (const wire of [...wires]) drop(wire)
        if (due('half-open socket')) for (const wire of wires) wire.deaf = true
        if (due('answer lost')) return
        if (due('answer under another id')) return respond((requestId + 1) >>> 0, reply)
        respond(requestId, reply)
        if (due('answer twice')) respond(requestId, reply)
        if (due('junk frame')) for (const wire of wires) toWallet(wire, chance.bytes(20))
        if (due('unasked prepare')) for (const wire of wires) toWallet(wire, unasked())
      }
      if (due('answer late')) setTimeout(answer, chance.between(1_000, 60_000))
      else soon(answer)
    })
  }
  const answerPost = (reply: Buffer, settle: (reply: PostReply | PostFailure) => void): void => {
    const body = due('junk frame') ? chance.bytes(20) : reply
    if (due('cut socket')) for (const end of [...posts]) end()
    if (due('answer lost')) return
    const status = due('half-open socket') ? chance.pick([401, 404, 502]) : 200
    settle({
      kind: 'reply',
      status,
      contentType: '',
      closes: true,
      body: status === 200 ? body : null,
    })
  }
  const unasked = (): Buffer =>
    serialize({
      type: Type.TYPE_MESSAGE,
      requestId: chance.between(0, 2 ** 32 - 1),
      data: {
        protocolData: [
          {
            protocolName: 'ilp',
            contentType: MIME_APPLICATION_OCTET_STREAM,
            data: chance.bytes(40),
          },
        ],
      },
    })
  const hear = (wire: Wire, bytes: Buffer): void => {
    const frame = deserialize(bytes) as {
      type: Type
      requestId: number
      data: { protocolData: { protocolName: string; data: Buffer }[] }
    }
    if (frame.type !== Type.TYPE_MESSAGE) return
    const part = (name: string) =>
      frame.data.protocolData.find(({ protocolName }) => protocolName === name)
    const ilp = part('ilp')
    if (part('auth')) respondTo(wire, frame.requestId)
    else if (ilp) handleIlp(frame.requestId, ilp.data)
  }
  const respondTo = (wire: Wire, requestId: number): void =>
    toWallet(wire, serialize({ type: Type.TYPE_RESPONSE, requestId, data: { protocolData: [] } }))

  return {
    gone: () => gone,
    repeated: () => repeated,
    prepares: () => prepares,
    cutAll() {
      for (const wire of [...wires]) drop(wire)
      for (const end of [...posts]) end()
    },
    httpPost:
      (life) =>
      ({ body, deadlineMs }) =>
        new Promise((resolve) => {
          if (!life.alive) return
          const settle = (reply: PostReply | PostFailure): void => {
            if (posts.delete(end)) soon(() => life.reach(() => resolve(reply)))
          }
          const end = (): void => settle({ kind: 'failure' })
          posts.add(end)
          setTimeout(end, deadlineMs)
          const bytes = Buffer.from(body)
          // Bytes that left arrive, even if the wallet dies the moment after.
          soon(() => {
            void receive(bytes).then((reply) => {
              const answer = (): void => answerPost(reply, settle)
              if (due('answer late')) setTimeout(answer, chance.between(1_000, 60_000))
              else soon(answer)
            })
          })
        }),
    openSocket(life) {
      const socket: PlainSocket = {
        binaryType: '',
        onopen: null,
        onclose: null,
        onerror: null,
        onmessage: null,
        send(data) {
          if (!wire.open || wire.deaf || !life.alive) return
          const bytes = Buffer.from(data)
          // Bytes that left arrive, even if the wallet dies the moment after.
          soon(() => hear(wire, bytes))
        },
        close: () => drop(wire),
      }
      const wire: Wire = { socket, life, open: true, deaf: false }
      soon(() => {
        if (!wire.open || !life.alive) return
        wires.add(wire)
        life.reach(() => socket.onopen?.({} as never))
      })
      return socket
    },
  }
}
