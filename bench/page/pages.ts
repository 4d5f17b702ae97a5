import { serve } from '../../browsers/fixtures/serve.ts'
import { churningPage } from '../../tests/browser/kit/churning-page.ts'

const TAGS = 200
const FRAMES = 10
const MANY = 10_000

const row = (n: number): string => `<tr><td>${n}<td><a href="#${n}">Row ${n}</a><td>Text</tr>`
const body = `<h1>Page</h1><table>${Array.from({ length: 300 }, (_, n) => row(n)).join('')}</table>`
const tags = (count: number, pointer: string): string =>
  `<link rel="monetization" href="${pointer}">`.repeat(count)
const page = (head: string, more = ''): string =>
  `<!doctype html><meta charset="utf-8"><title>Page</title>${head}<body>${body}${more}`

export interface BenchPages {
  /** Addresses by what a row of the table calls them. */
  readonly urls: Readonly<Record<'plain' | 'tagged' | 'many' | 'churning', string>>
  close(): Promise<void>
}

/** `pointers`: two addresses that can be paid. */
export const servePages = async (pointers: readonly [string, string]): Promise<BenchPages> => {
  const [one, two] = pointers
  const frames = '<iframe src="/plain" allow="monetization"></iframe>'.repeat(FRAMES)
  const texts: Readonly<Record<string, string>> = {
    '/plain': page(''),
    '/tagged': page(tags(TAGS, one), frames),
    '/many': page('', tags(MANY, one)),
    '/churning': churningPage({
      origins: [new URL(one).origin],
      steady: one,
      leaving: two,
      changesPerSecond: 1_000,
    }),
  }
  const served = await serve((request, response) => {
    const text = texts[request.url ?? '']
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(text)
  })
  const at = (path: string) => `http://127.0.0.1:${served.port}/${path}`
  return {
    urls: { plain: at('plain'), tagged: at('tagged'), many: at('many'), churning: at('churning') },
    close: () => served.close(),
  }
}
