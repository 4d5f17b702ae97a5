import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'

/** PEM */
export interface Certificate {
  readonly key: string | Buffer
  readonly cert: string | Buffer
}

/** A client that uses a connection again, right when it is closed for idleness, gets no answer: so that comes late. */
const IDLE = { keepAliveTimeout: 60_000 }

/** Serves on 127.0.0.1 only; the result stops it, connections that are kept alive included. */
export const listen = async (
  port: number,
  handler: RequestListener,
  tls?: Certificate,
): Promise<() => Promise<void>> => {
  const server = tls
    ? createTlsServer({ ...IDLE, key: tls.key, cert: tls.cert }, handler)
    : createServer(IDLE, handler)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
}
