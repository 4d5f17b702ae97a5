import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { extname } from 'node:path'

/** Who is paid by the pages: two receivers, each as the two versions of the API write an address. */
export interface Receivers {
  readonly address: string
  readonly pointer: string
  readonly address2: string
  readonly pointer2: string
}

/** The pages, and how many assertions each has at least: none can pass for being empty. */
export const PAGES: Readonly<Record<string, number>> = {
  interfaces: 200,
  'event-constructor': 90,
  'event-handlers': 60,
  'strict-policy': 8,
  'trusted-types': 8,
  'link-life': 78,
  'monetization-event': 50,
  'version-1': 80,
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

const file = (name: string): string | null => {
  try {
    return readFileSync(new URL(name, import.meta.url), 'utf8')
  } catch {
    return null
  }
}

/** The headers of a page are in a file of its name: `name: value` in each line. */
const headersOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    (file(`${page}.headers`) ?? '')
      .split('\n')
      .map((line) => /^([^:]+): (.*)$/.exec(line)?.slice(1) as [string, string])
      .filter((pair) => pair !== undefined),
  )

/** Serves this folder: `{{address}}` and its like in a page stand for the receivers. */
export const conformancePages =
  (receivers: Receivers): RequestListener =>
  (request, response) => {
    const name = /\/([a-z0-9-]+\.(?:html|js))(?:\?|$)/.exec(request.url ?? '')?.[1]
    const text = name === undefined ? null : file(name)
    if (name === undefined || text === null) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(name)],
      'cache-control': 'no-store',
      ...headersOf(name),
    })
    response.end(text.replace(/\{\{(\w+)\}\}/g, (_, key) => receivers[key as keyof Receivers]))
  }
