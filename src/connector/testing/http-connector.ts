import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { deserializeIlpPrepare, type IlpPrepare } from 'ilp-packet'
import { serve } from 'ilp-protocol-ildcp'

/** What becomes of one request. */
export type Answer = (response: ServerResponse, prepare: IlpPrepare | null) => void

export interface HttpConnector {
  readonly url: string
  readonly heard: { readonly method: string; readonly headers: IncomingHttpHeaders }[]
  /** From now on; null: as a connector that knows us answers the question for our account. */
  answerWith(answer: Answer | null): void
  /** The same for packets alone: who asks for our account is told. */
  answerPacketsWith(answer: Answer): void
  /** From now on each connection is closed behind its answer. */
  closesEach(): void
  /** The token is another account's from now on. */
  becomes(ilpAddress: string): void
  close(): Promise<void>
}

export const ACCOUNT = {
  ilpAddress: 'test.http.me',
  asset: { code: 'USD', scale: 9 },
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const accountAnswer = (question: Buffer, clientAddress: string): Promise<Buffer> =>
  serve({
    requestPacket: question,
    handler: () =>
      Promise.resolve({
        clientAddress,
        assetCode: ACCOUNT.asset.code,
        assetScale: ACCOUNT.asset.scale,
      }),
    serverAddress: 'test.http',
  })

const prepareIn = (body: Buffer): IlpPrepare | null => {
  try {
    return deserializeIlpPrepare(body)
  } catch {
    return null
  }
}

/** A server of ILP over HTTP on 127.0.0.1 that answers as the test wishes. */
export const openHttpConnector = async (): Promise<HttpConnector> => {
  const heard: { method: string; headers: IncomingHttpHeaders }[] = []
  let answer: Answer | null = null
  let packetsAlone = false
  let { ilpAddress } = ACCOUNT
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    heard.push({ method: request.method ?? '', headers: request.headers })
    const body = await bodyOf(request)
    const prepare = prepareIn(body)
    const wanted = !packetsAlone || prepare?.destination !== 'peer.config'
    if (answer && wanted) return answer(response, prepare)
    response.setHeader('content-type', 'application/octet-stream')
    response.end(await accountAnswer(body, ilpAddress))
  }
  const server = createServer((request, response) => void handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ilp`,
    heard,
    answerWith(next) {
      answer = next
      packetsAlone = false
    },
    answerPacketsWith(next) {
      answer = next
      packetsAlone = true
    },
    closesEach() {
      server.maxRequestsPerSocket = 1
    },
    becomes(address) {
      ilpAddress = address
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
