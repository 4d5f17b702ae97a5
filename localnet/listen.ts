import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'

/** PEM */
export interface Certificate {
  readonly key: string | Buffer
  readonly cert: string | Buffer
}

/** Serves on 127.0.0.1 only; the result stops it, connections that are kept alive included. */
export const listen = async (
  port: number,
  handler: RequestListener,
  tls?: Certificate,
): Promise<() => Promise<void>> => {
  const server = tls
    ? createTlsServer({ key: tls.key, cert: tls.cert }, handler)
    : createServer(handler)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
}
