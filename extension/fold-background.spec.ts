import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BACKGROUND_SCRIPT, foldBackground } from './fold-background.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tributary-fold-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** As the bundler leaves it: a loader, its module, and one that pages have a use for as well. */
const layOut = (background: object, loader: string): void => {
  mkdirSync(join(folder, 'assets'))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('manifest.json', JSON.stringify({ name: 'x', background }))
  write('loader.js', loader)
  write(
    'assets/main.js',
    `import { two } from './shared.js'; heard(two, (function () { return this })())`,
  )
  write('assets/shared.js', `export const two = 2`)
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

it.each([
  [{ service_worker: 'loader.js', type: 'module' }, { service_worker: BACKGROUND_SCRIPT }],
  [{ scripts: ['loader.js'], type: 'module' }, { scripts: [BACKGROUND_SCRIPT] }],
])('makes one classic, strict script of %j', async (before, after) => {
  layOut(before, `import './assets/main.js';`)
  await foldBackground(folder)
  expect(JSON.parse(read('manifest.json'))).toEqual({ name: 'x', background: after })
  const calls: unknown[][] = []
  // A script with an import would not even compile here.
  runInNewContext(read(BACKGROUND_SCRIPT), { heard: (...args: unknown[]) => calls.push(args) })
  expect(calls).toEqual([[2, undefined]])
  expect(
    ['loader.js', 'assets/main.js', 'assets/shared.js'].map((name) =>
      existsSync(join(folder, name)),
    ),
  ).toEqual([false, false, true])
})

it('stops where the loader is not as it knows it, and touches nothing', async () => {
  layOut({ service_worker: 'loader.js' }, `importScripts('assets/main.js')`)
  const before = read('manifest.json')
  await expect(foldBackground(folder)).rejects.toThrow('does not import the background')
  expect(read('manifest.json')).toBe(before)
  expect(existsSync(join(folder, 'loader.js'))).toBe(true)
})
