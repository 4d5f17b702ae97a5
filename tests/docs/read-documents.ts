import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { ROOT } from '../../demo/root.ts'

/** Made here by tools, or the browser's; hidden folders are not read either. */
const NOT_OURS = new Set(['node_modules', 'dist', 'test-results', 'playwright-report'])

/** Every file and folder of the repository, by its path from the root. */
export const readTree = (): readonly string[] =>
  readdirSync(ROOT).flatMap((name) => {
    if (NOT_OURS.has(name) || name.startsWith('.git')) return []
    if (!statSync(join(ROOT, name)).isDirectory()) return [name]
    const below = readdirSync(join(ROOT, name), { recursive: true, encoding: 'utf8' })
    return [name, ...below.map((path) => `${name}/${path.replaceAll(sep, '/')}`)]
  })

export interface Document {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
  /** What stands between backticks in a line, and each line of a block of code. */
  readonly code: readonly string[]
  /** Where links and pictures lead to. */
  readonly links: readonly string[]
  /** What its headings can be reached by. */
  readonly anchors: readonly string[]
}

const FENCED = /^```[^\n]*\n([\s\S]*?)^```$/gm

/** As GitHub makes them. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

export const readDocument = (path: string): Document => {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const prose = text.replace(FENCED, '')
  const all = (pattern: RegExp, source: string): string[] =>
    [...source.matchAll(pattern)].map(([, found]) => found ?? '')
  const bare = prose.replace(/`[^`]*`/g, '')
  return {
    path,
    text,
    code: [...all(/`([^`]+)`/g, prose), ...all(FENCED, text).flatMap((block) => block.split('\n'))],
    links: [...all(/\]\(([^)\s]+)\)/g, bare), ...all(/\b(?:src|srcset|href)="([^"]+)"/g, bare)],
    anchors: [...all(/^#+ (.+)$/gm, prose).map(anchorOf), ...all(/\b(?:id|name)="([^"]+)"/g, bare)],
  }
}
