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

const fill = (body: string, tags: readonly SiteTag[]): string =>
  tags.reduce((text, tag) => text.replaceAll(`{{${tag.placeholder}}}`, tag.address), body)

/** Serves sites/NAME at `/`, sites/common at `/common/`, and a page without any tag at `/plain`. */
export const startSite = async (
  name: string,
  port: number,
  tags: readonly SiteTag[],
): Promise<Site> => {
  const [own, common] = await Promise.all([siteFiles(name), siteFiles('common')])

  const find = (path: string): SiteFile | undefined => {
    if (path === '/') return own.get('index.html')
    if (path === '/plain') return common.get('plain.html')
    return path.startsWith('/common/') ? common.get(path.slice(8)) : own.get(path.slice(1))
  }

  const stop = await listen(port, (req, res) => {
    const file = find((req.url ?? '').split('?', 1)[0] ?? '')
    res.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'cache-control': 'no-store',
    })
    res.end(file ? fill(file.body, tags) : 'Not found')
  })

  const origin = `http://127.0.0.1:${port}`
  const pointers = tags.map(({ entry }) => entry.pointer)
  return { entry: { origin, url: `${origin}/`, pointers }, stop }
}
