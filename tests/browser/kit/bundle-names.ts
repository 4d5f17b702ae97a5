import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserKind } from '../../../browsers/browser-kind.ts'
import { builtExtension } from './wallet-browser.ts'

const read = (kind: BrowserKind, folders: readonly string[]): string =>
  folders
    .flatMap((folder) => {
      const path = join(builtExtension(kind), folder)
      const scripts = readdirSync(path).filter((name) => name.endsWith('.js'))
      return scripts.map((name) => readFileSync(join(path, name), 'utf8'))
    })
    .join('\n')

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
]

/** Every text of one line that is written in the built scripts, and could be the name of something. */
export const literalsOf = (kind: BrowserKind): string[] => {
  const code = read(kind, ['content', 'page', 'assets'])
  return ['"', "'", '`'].flatMap((quote) =>
    all(code, new RegExp(`${quote}([^${quote}\\\\\\n\${}]{1,40})${quote}`, 'g')),
  )
}

/** Every property that the scripts in and beside the page use by name. */
export const propertiesOf = (kind: BrowserKind): string[] => {
  const code = read(kind, ['content', 'page'])
  return [
    ...new Set([
      ...all(code, /\.([A-Za-z_$][\w$]*)/g),
      ...all(code, /[{,]([A-Za-z_$][\w$]*):/g),
      ...all(code, /[{,]([A-Za-z_$][\w$]*)[,}]/g),
    ]),
  ]
}
