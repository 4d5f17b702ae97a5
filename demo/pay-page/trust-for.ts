import { once } from 'node:events'
import { isIP } from 'node:net'
import { connect } from 'node:tls'
import type { LaunchOptions, TrustedServer } from '../../browsers/launch-options.ts'
import type { Order } from './order.ts'

const DEADLINE_MS = 5_000

/** With the certificate that it sends, where one of `ca` certifies it or is it; else the browser says what it thinks of it. */
const serverOf = async (url: URL, ca: readonly string[]): Promise<TrustedServer | null> => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const server = { host, port: Number(url.port || 443) }
  const socket = connect({ ...server, ca: [...ca], ...(isIP(host) ? {} : { servername: host }) })
  socket.on('error', () => undefined)
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(DEADLINE_MS) })
    const certificate = socket.getPeerX509Certificate()
    return certificate ? { ...server, certPem: certificate.toString() } : null
  } catch {
    return null
  } finally {
    socket.destroy()
  }
}

/** What a browser has to trust beside what it knows, to open a page. */
export const trustFor = async (
  order: Pick<Order, 'url' | 'ca'>,
): Promise<Pick<LaunchOptions, 'trustedCas' | 'trustedServer'>> => {
  const url = new URL(order.url)
  const asked = url.protocol === 'https:' && order.ca.length > 0
  const server = asked ? await serverOf(url, order.ca) : null
  return { trustedCas: order.ca, ...(server ? { trustedServer: server } : {}) }
}
