import type { PointerEntry, SiteEntry } from './announcement.ts'
import { listen } from './listen.ts'
import { siteFiles, type SiteFile } from './site-files.ts'

/** A tag of the page: `{{placeholder}}` in its files becomes `address`. */
export interface SiteTag {
  readonly placeholder: string
  readonly address: string
  readonly entry: PointerEntry
}

export interface Site {
  readonly entry: SiteEntry
  readonly stop: () => Promise<void>
}

const fill = (body: string, texts: ReadonlyMap<string, string>): string =>
  [...texts].reduce((all, [name, text]) => all.replaceAll(`{{${name}}}`, text), body)

/**
 * Serves sites/NAME at `/`, its other pages by their names, sites/common at `/common/`, and a page without any tag at
 * `/plain`. `texts` are placeholders that are no tags of the first page.
 */
export const startSite = async (
  name: string,
  port: number,
  tags: readonly SiteTag[],
  texts: Readonly<Record<string, string>> = {},
): Promise<Site> => {
  const [own, common] = await Promise.all([siteFiles(name), siteFiles('common')])

  const filled = new Map([
    ...Object.entries(texts),
    ...tags.map(({ placeholder, address }) => [placeholder, address] as const),
  ])

  const find = (path: string): SiteFile | undefined => {
    if (path === '/') return own.get('index.html')
    if (path === '/plain') return common.get('plain.html')
    if (path.startsWith('/common/')) return common.get(path.slice(8))
    return own.get(path.slice(1)) ?? own.get(`${path.slice(1)}.html`)
  }

  const stop = await listen(port, (req, res) => {
    const file = find((req.url ?? '').split('?', 1)[0] ?? '')
    res.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'cache-control': 'no-store',
    })
    res.end(file ? fill(file.body, filled) : 'Not found')
  })

  const origin = `http://127.0.0.1:${port}`
  const pointers = tags.map(({ entry }) => entry.pointer)
  return { entry: { origin, url: `${origin}/`, pointers }, stop }
}
