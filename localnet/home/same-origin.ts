import type { IncomingMessage } from 'node:http'

/**
 * Whether a request that changes something comes from the wallet's own page, or from a program: a browser names the
 * page that sent it. The name it was asked by is looked at, too, as others may be led to this machine.
 */
export const sameOrigin = ({ headers, socket }: IncomingMessage): boolean => {
  const { host = '', origin } = headers
  const ours = ['127.0.0.1', 'localhost'].map((name) => `${name}:${socket.localPort}`)
  if (!ours.includes(host)) return false
  return origin === undefined || origin === `http://${host}`
}
