import type { RequestListener } from 'node:http'
import { serve } from '../../../browsers/fixtures/serve.ts'
import type { ThrowawayCa } from '../../../browsers/throwaway-ca.ts'

/** Pages of a test, on an origin of their own. */
export interface TestSite {
  readonly port: number
  readonly origin: string
  /** Puts a page there and gives its address. */
  readonly page: (path: string, html: string, headers?: Readonly<Record<string, string>>) => string
  /** Puts anything there. */
  readonly answer: (path: string, listener: RequestListener) => string
  /** Puts anything at all paths that begin like this. */
  readonly folder: (prefix: string, listener: RequestListener) => void
  readonly close: () => Promise<void>
}

export const openTestSite = async (tls?: {
  readonly host: string
  readonly ca: ThrowawayCa
}): Promise<TestSite> => {
  const answers = new Map<string, RequestListener>()
  const folders = new Map<string, RequestListener>()
  const served = await serve((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const within = [...folders].find(([prefix]) => path.startsWith(prefix))
    const answer = answers.get(path) ?? within?.[1]
    if (answer) void answer(request, response)
    else response.writeHead(404).end()
  }, tls?.ca)
  const { port } = served
  const origin = tls ? `https://${tls.host}` : `http://127.0.0.1:${port}`
  const answer: TestSite['answer'] = (path, listener) => {
    answers.set(path, listener)
    return origin + path
  }
  return {
    port,
    origin,
    answer,
    folder: (prefix, listener) => void folders.set(prefix, listener),
    page: (path, html, headers = {}) =>
      answer(path, (_, response) => {
        const all = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
        response.writeHead(200, { ...all, ...headers }).end(html)
      }),
    close: () => served.close(),
  }
}
