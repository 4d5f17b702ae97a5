import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../demo/root.ts'
import { readDocument, readTree, type Document } from './read-documents.ts'

const tree = readTree()
const paths = new Set(tree)
const names = tree.map((path) => basename(path))
const tops = new Set(tree.filter((path) => !path.includes('/')))
const documents = tree.filter((path) => path.endsWith('.md')).map(readDocument)
const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

const anchors = new Map(documents.map(({ path, anchors }) => [path, anchors]))

/** Whether a link leads to something: a file, and a heading in it where it names one. */
const leadsSomewhere = ({ path }: Document, link: string): boolean => {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? path : join(dirname(path), decodeURI(file)).replace(/\/$/, '')
  if (!paths.has(target)) return false
  return anchor === undefined || (anchors.get(target)?.includes(anchor) ?? false)
}

/** `src/pace/*.spec.ts`; `<locale>` stands for any name, too. */
const asPattern = (path: string): RegExp => {
  const parts = path.split(/\*|<[^>]*>/)
  return new RegExp(`^${parts.map((part) => part.replace(/\W/g, '\\$&')).join('[^/]*')}$`)
}

/** Alone by its name; of kinds that no guide has its reader write. */
const SOURCE = /^[\w*-][\w.*-]*\.(?:spec\.)?(?:ts|tsx|mjs|md|html)$/

/** What code in a document names of the repository: paths from the root or beside it, and files by their name alone. */
const namedFiles = ({ code }: Document): readonly string[] =>
  code
    .flatMap((text) => text.split(/[\s()'",;]+/))
    .map((word) => word.replace(/[.:]$/, '').replace(/:\d+$/, '').replace(/\/$/, ''))
    .filter((word) => SOURCE.test(word) || (word.includes('/') && tops.has(word.split('/')[0]!)))

const isThere = ({ path }: Document, named: string): boolean => {
  const pattern = asPattern(named)
  if (!named.includes('/')) return names.some((name) => pattern.test(name))
  return tree.some(
    (one) => pattern.test(one) || (path !== one && one === join(dirname(path), named)),
  )
}

const namedScripts = ({ code }: Document): readonly string[] =>
  code.flatMap((text) =>
    [...text.matchAll(/\bnpm run (?:--?[\w-]+ )*([\w:-]+)/g)].map(([, name]) => name ?? ''),
  )

describe.each(documents)('$path', (document) => {
  it('has no link that leads nowhere', () => {
    const own = document.links.filter((link) => !/^[a-z]+:/.test(link))
    expect(own.filter((link) => !leadsSomewhere(document, link))).toEqual([])
  })

  it('names no file that is not there', () => {
    expect(namedFiles(document).filter((named) => !isThere(document, named))).toEqual([])
  })

  it('names no script of npm that is not there', () => {
    expect(namedScripts(document).filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })
})

it('reads what the documents say', () => {
  const security = documents.find(({ path }) => path === 'SECURITY.md')!
  expect(namedFiles(security).length).toBeGreaterThan(30)
  expect(documents.flatMap(namedScripts).length).toBeGreaterThan(20)
})

it('lists every decision', () => {
  const folder = 'docs/decisions/'
  const index = documents.find(({ path }) => path === `${folder}README.md`)!
  const records = documents.flatMap(({ path }) =>
    path.startsWith(folder) && path !== index.path ? [path.slice(folder.length)] : [],
  )
  expect(records.filter((name) => !index.links.includes(name))).toEqual([])
})
