import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { serve, type Served } from '../../browsers/fixtures/serve.ts'
import type { ThrowawayCa } from '../../browsers/throwaway-ca.ts'

/** What stands at `127.0.0.1:PORT`, by the host name that pictures show for it. */
export type Names = ReadonlyMap<string, string>

const withNames = (names: Names, body: string): string =>
  [...names].reduce(
    (named, [place, host]) =>
      named.replaceAll(`http://${place}`, `https://${host}`).replaceAll(place, host),
    body,
  )

/** What is at a place of the local network once more, over TLS and with names in place of ports. */
export const serveSecurely = (place: string, names: Names, ca: ThrowawayCa): Promise<Served> =>
  serve((asked, answer) => {
    const { accept = '*/*' } = asked.headers
    const inner = request(new URL(asked.url ?? '/', `http://${place}`), { headers: { accept } })
    const fail = () => answer.writeHead(502).end()
    inner.on('error', fail)
    inner.on('response', (found) => {
      const { 'content-type': type = 'text/plain' } = found.headers
      text(found).then((body) => {
        answer.writeHead(found.statusCode ?? 502, { 'content-type': type })
        answer.end(withNames(names, body))
      }, fail)
    })
    inner.end()
  }, ca)
