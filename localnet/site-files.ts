import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'

export interface SiteFile {
  readonly type: string
  readonly body: string
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const ROOT = new URL('./sites/', import.meta.url)

/** All files of one folder under sites/ by name: what is not in here is not served. */
export const siteFiles = async (folder: string): Promise<ReadonlyMap<string, SiteFile>> => {
  const directory = new URL(`${folder}/`, ROOT)
  const read = async (name: string): Promise<[string, SiteFile]> => {
    const type = TYPES[extname(name)]
    if (type === undefined)
      throw new Error(`sites/${folder}/${name} is of no type that a site serves`)
    return [name, { type, body: await readFile(new URL(name, directory), 'utf8') }]
  }
  return new Map(await Promise.all((await readdir(directory)).map(read)))
}
