import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deserializeIlpPrepare, Type } from 'ilp-packet'

/** What becomes of one answer; it was fulfilled, and money has moved. */
export type BendAnswer = (response: ServerResponse, fulfill: Buffer) => void

/** A proxy in front of a connector of ILP over HTTP. */
export interface HttpWire {
  readonly url: string
  /** The next packet with money whose fulfill comes back gets this instead. */
  bendNext(bend: BendAnswer): void
  /** The next packet with money is not passed on. */
  dropNext(): void
  /** How many were bent or dropped. */
  readonly bent: number
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export const openHttpWire = async (goal: string): Promise<HttpWire> => {
  let bend: BendAnswer | null = null
  let drop = false
  let paying = false
  let bent = 0
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request)
    const { authorization = '', 'ilp-peer-name': name = '' } = request.headers
    const money = deserializeIlpPrepare(body).amount !== '0'
    // A rate probe looks the same: what comes after the first fulfill is money.
    if (money && drop && paying) {
      drop = false
      bent += 1
      response.destroy()
      return
    }
    const headers = { authorization, 'ilp-peer-name': String(name) }
    const reply = await fetch(goal, { method: 'POST', headers, body: Uint8Array.from(body) })
    const answer = Buffer.from(await reply.arrayBuffer())
    const fulfilled = money && answer[0] === Type.TYPE_ILP_FULFILL
    paying ||= fulfilled
    if (fulfilled && bend) {
      bent += 1
      const now = bend
      bend = null
      return now(response, answer)
    }
    response.writeHead(reply.status, { 'content-type': 'application/octet-stream' }).end(answer)
  }
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ilp`,
    bendNext(next) {
      bend = next
    },
    dropNext() {
      drop = true
    },
    get bent() {
      return bent
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
