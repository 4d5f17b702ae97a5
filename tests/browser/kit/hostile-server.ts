import type { IncomingMessage, RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { serve } from '../../../browsers/fixtures/serve.ts'
import type { ThrowawayCa } from '../../../browsers/throwaway-ca.ts'

/** A server on an origin of its own, and its side of the story. */
export interface HostileServer {
  readonly address: string
  readonly requests: readonly IncomingMessage[]
  /** Bytes of its longest answer that the other side, or the system's buffers on the way, have taken. */
  taken(): number
  /** Requests whose answer is neither complete nor cut off by the other side. */
  open(): number
  close(): Promise<void>
}

export const openHostileServer = async (
  listener: RequestListener,
  host = '127.0.0.1',
  ca?: ThrowawayCa,
): Promise<HostileServer> => {
  const requests: IncomingMessage[] = []
  const sockets = new Set<Socket>()
  let open = 0
  const served = await serve((request, response) => {
    requests.push(request)
    sockets.add(request.socket)
    open += 1
    // Comes once, after the last byte as well as after a cut.
    response.on('close', () => (open -= 1))
    void listener(request, response)
  }, ca)
  return {
    address: `http${ca ? 's' : ''}://${host}:${served.port}/`,
    requests,
    taken: () => Math.max(0, ...[...sockets].map((one) => one.bytesWritten - one.writableLength)),
    open: () => open,
    close: () => served.close(),
  }
}
