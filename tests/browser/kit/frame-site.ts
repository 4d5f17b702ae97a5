import type { BtpAccount } from '../../../localnet/announcement.ts'
import type { Localnet } from '../../../localnet/localnet.ts'
import { openBooks, type Books } from './books.ts'
import { usdPointers } from './paid-pages.ts'
import { openTestSite, type TestSite } from './test-site.ts'

/** Documents of three origins, and tags whose every query is seen. */
export interface FrameSite {
  /** `http://127.0.0.1:PORT`, `http://localhost:PORT`, and 127.0.0.1 on another port. */
  readonly origins: Readonly<Record<'a' | 'b' | 'c', string>>
  /** A tag that is known by its id: nobody else names its payment pointer. */
  readonly tag: (id: string) => string
  readonly addressOf: (id: string) => string
  /** A document with this in it; gives its address. */
  readonly page: (origin: 'a' | 'b' | 'c', body: string, type?: string) => string
  readonly redirect: (origin: 'a' | 'b' | 'c', to: string) => string
  /** Who was asked, and how often. */
  readonly asked: ReadonlyMap<string, number>
  readonly books: Books
  readonly receiver: string
}

interface Parts {
  readonly site: TestSite
  readonly localnet: Localnet
  readonly account: BtpAccount
}

const openFrameSite = async (
  { site, localnet, account }: Parts,
  other: TestSite,
): Promise<FrameSite> => {
  const books = await openBooks(localnet, account)
  const [receiver] = usdPointers(localnet)
  const origins = { a: site.origin, b: `http://localhost:${site.port}`, c: other.origin }
  const asked = new Map<string, number>()
  let made = 0
  site.answer('/spsp', (request, response) => {
    const id = new URL(request.url ?? '', origins.a).searchParams.get('id') ?? ''
    asked.set(id, (asked.get(id) ?? 0) + 1)
    void fetch(receiver, { headers: { accept: 'application/spsp4+json' } }).then(async (answer) => {
      const type = answer.headers.get('content-type') ?? ''
      response.writeHead(answer.status, { 'content-type': type }).end(await answer.text())
    })
  })
  const put = (origin: 'a' | 'b' | 'c', answer: (place: TestSite, path: string) => void) => {
    const path = `/document/${(made += 1)}`
    answer(origin === 'c' ? other : site, path)
    return origins[origin] + path
  }
  const addressOf = (id: string) => `${origins.a}/spsp?id=${encodeURIComponent(id)}`
  return {
    origins,
    addressOf,
    tag: (id) => `<link rel="monetization" href="${addressOf(id)}">`,
    page: (origin, body, type = 'text/html') =>
      put(origin, (place, path) =>
        place.page(path, body, { 'content-type': `${type}; charset=utf-8` }),
      ),
    redirect: (origin, to) =>
      put(origin, (place, path) =>
        place.answer(path, (_, response) => response.writeHead(302, { location: to }).end()),
      ),
    asked,
    books,
    receiver,
  }
}

export const withFrameSite = async (
  parts: Parts,
  use: (frames: FrameSite) => Promise<void>,
): Promise<void> => {
  const other = await openTestSite()
  try {
    await use(await openFrameSite(parts, other))
  } finally {
    await other.close()
  }
}
