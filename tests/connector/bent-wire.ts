import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { deserialize, MIME_APPLICATION_OCTET_STREAM, serialize, Type } from 'btp-packet'
import { deserializeIlpPrepare, serializeIlpReject, Type as IlpType } from 'ilp-packet'
import { WebSocket, WebSocketServer } from 'ws'

/**
 * What a test makes of an answer on its way to the wallet; `send` may be called later, often, or not at all.
 * `paid`: it fulfills a packet that carried money.
 */
export type Bend = (answer: Buffer, send: (frame: Buffer) => void, paid: boolean) => void

/** A wire to a real connector that does what a test tells it to. */
export interface BentWire {
  readonly url: string
  /** How often the wallet has connected. */
  readonly connections: number
  bend: Bend
  /** Prepares with money do not get to the connector: they are rejected with this code. */
  rejectWith: string | null
  /** Who connects is let go at once. */
  shut: boolean
  /** To every socket that is open. */
  say(frame: Buffer | string): void
  cut(): void
  close(): Promise<void>
}

interface Frame {
  readonly type: Type
  readonly requestId: number
  readonly data: { protocolData: { protocolName: string; data: Buffer }[] }
}

export const readFrame = (bytes: Buffer): Frame => deserialize(bytes)

export const ilpOf = ({ data }: Frame): Buffer | null =>
  data.protocolData.find(({ protocolName }) => protocolName === 'ilp')?.data ?? null

export const answerFrame = (requestId: number, ilp: Buffer): Buffer =>
  serialize({
    type: Type.TYPE_RESPONSE,
    requestId,
    data: {
      protocolData: [
        { protocolName: 'ilp', contentType: MIME_APPLICATION_OCTET_STREAM, data: ilp },
      ],
    },
  })

const carriesMoney = (frame: Frame): boolean => {
  const ilp = ilpOf(frame)
  if (frame.type !== Type.TYPE_MESSAGE || ilp?.[0] !== IlpType.TYPE_ILP_PREPARE) return false
  return deserializeIlpPrepare(ilp).amount !== '0'
}

export const openBentWire = async (connectorUrl: string): Promise<BentWire> => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  let connections = 0
  server.on('connection', (near) => {
    connections += 1
    if (wire.shut) return near.close()
    const far = new WebSocket(connectorUrl)
    const early: Buffer[] = []
    const money = new Set<number>()
    const isPaid = (bytes: Buffer): boolean => {
      const frame = readFrame(bytes)
      const fulfill = ilpOf(frame)?.[0] === IlpType.TYPE_ILP_FULFILL
      return fulfill && money.has(frame.requestId)
    }
    const forward = (bytes: Buffer): void => {
      if (far.readyState === WebSocket.OPEN) far.send(bytes)
      else early.push(bytes)
    }
    near.on('message', (bytes: Buffer) => {
      const frame = readFrame(bytes)
      if (!carriesMoney(frame)) return forward(bytes)
      money.add(frame.requestId)
      const code = wire.rejectWith
      if (code === null) return forward(bytes)
      const none = Buffer.alloc(0)
      const reject = serializeIlpReject({ code, message: '', triggeredBy: '', data: none })
      near.send(answerFrame(frame.requestId, reject))
    })
    far.on('open', () => early.splice(0).forEach((bytes) => far.send(bytes)))
    far.on('message', (bytes: Buffer) =>
      wire.bend(bytes, (frame) => near.send(frame), isPaid(bytes)),
    )
    const end = (): void => {
      near.terminate()
      far.terminate()
    }
    for (const socket of [near, far]) socket.on('close', end).on('error', end)
  })
  const wire: BentWire = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections
    },
    bend: (answer, send) => send(answer),
    rejectWith: null,
    shut: false,
    say(frame) {
      for (const client of server.clients) client.send(frame)
    },
    cut() {
      for (const client of server.clients) client.terminate()
    },
    async close() {
      wire.cut()
      server.close()
      await once(server, 'close')
    },
  }
  return wire
}
