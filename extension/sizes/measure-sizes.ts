import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Rolldown } from 'vite'
import { BACKGROUND_SCRIPT } from '../fold-background.ts'
import { PARTS, type Part } from './size-budget.ts'

export interface PartSize {
  readonly part: Part
  /** After gzip. */
  readonly bytes: number
  /** The largest first; bytes as they are in the bundle before it is made small. */
  readonly modules: readonly (readonly [module: string, bytes: number])[]
}

type Chunk = Rolldown.OutputChunk

/** What the manifest gives to every page. */
const PAGE_SCRIPTS = ['content/attendance.iife.js', 'content/content.iife.js', 'page/page.iife.js']

const ENTRIES: Readonly<Record<Exclude<Part, 'pages' | 'libraries' | 'own'>, string>> = {
  background: '/background/main.ts',
  popup: '/popup.html',
  dashboard: '/dashboard.html',
  welcome: '/welcome.html',
  try: '/try.html',
  help: '/help.html',
}

/** From `node_modules` or from the checkout on. */
const nameOf = (id: string): string =>
  /(?:node_modules|extension|src)\/.*$/.exec(id.replace(/^\0/, ''))?.[0] ?? id

/** The entry and what it imports at once; what is loaded later counts for nobody. */
const loadedBy = (entry: Chunk, chunks: ReadonlyMap<string, Chunk>): Set<Chunk> => {
  const loaded = new Set<Chunk>()
  const load = (chunk: Chunk | undefined): void => {
    if (!chunk || loaded.has(chunk)) return
    loaded.add(chunk)
    for (const name of chunk.imports) load(chunks.get(name))
  }
  load(entry)
  return loaded
}

const gzipped = (code: string | Buffer): number => gzipSync(code, { level: 9 }).length

const modulesOf = (chunks: Iterable<Chunk>): PartSize['modules'] =>
  [...chunks]
    .flatMap((chunk) => Object.entries(chunk.modules))
    .map(([id, { renderedLength }]) => [nameOf(id), renderedLength] as const)
    .sort(([, one], [, other]) => other - one)

/** What the background weighs beyond the libraries that it could not do without. */
const ownOf = (background: PartSize, libraries: PartSize): PartSize => {
  const theirs = new Set(libraries.modules.map(([name]) => name))
  return {
    part: 'own',
    bytes: background.bytes - libraries.bytes,
    modules: background.modules.filter(([name]) => !theirs.has(name)),
  }
}

/** Of what was built into `folder`, and of the libraries alone; throws where a part is not there. */
export const measureSizes = (
  { output }: Rolldown.RolldownOutput,
  folder: string,
  bundled: Chunk,
): readonly PartSize[] => {
  const chunks = new Map(
    output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])),
  )
  const sizeOf = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + gzipped(readFileSync(join(folder, file))), 0)
  const sizeOfPart = (part: Part): PartSize => {
    if (part === 'libraries')
      return { part, bytes: gzipped(bundled.code), modules: modulesOf([bundled]) }
    if (part === 'own') return ownOf(sizeOfPart('background'), sizeOfPart('libraries'))
    if (part === 'pages') return { part, bytes: sizeOf(PAGE_SCRIPTS), modules: [] }
    const entry = [...chunks.values()].find(({ facadeModuleId }) =>
      facadeModuleId?.endsWith(ENTRIES[part]),
    )
    if (!entry) throw new Error(`The build has no ${part}`)
    const loaded = loadedBy(entry, chunks)
    const styles = [...loaded].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
    const files =
      part === 'background'
        ? [BACKGROUND_SCRIPT]
        : new Set([...[...loaded].map(({ fileName }) => fileName), ...styles])
    return { part, bytes: sizeOf(files), modules: modulesOf(loaded) }
  }
  return PARTS.map(sizeOfPart)
}
