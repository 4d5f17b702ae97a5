import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'
import { expect, it } from 'vitest'
import { bundledFolders } from './bundled-folders.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A build whose one chunk has these modules, each with so many bytes left. */
const output = (modules: Record<string, number>) =>
  [
    {
      type: 'chunk',
      modules: Object.fromEntries(
        Object.entries(modules).map(([id, renderedLength]) => [id, { renderedLength }]),
      ),
    },
    { type: 'asset' },
  ] as unknown as Rolldown.RolldownOutput['output']

it('finds the innermost package of each module of which something is left', () => {
  const found = bundledFolders(
    output({
      '/at/src/wallet.ts': 10,
      '/at/node_modules/a/dist/index.js': 10,
      '/at/node_modules/a/dist/more.js': 10,
      '\0/at/node_modules/@s/b/node_modules/c/index.js?commonjs-module': 10,
      'C:\\at\\node_modules\\@s\\b\\index.js': 10,
      '/at/node_modules/shaken/index.js': 0,
    }),
    ROOT,
  )
  expect([...found].sort()).toEqual([
    '/at/node_modules/@s/b/node_modules/c',
    '/at/node_modules/a',
    'C:/at/node_modules/@s/b',
  ])
})

it('knows whose the lines are that a bundler adds, or fails', () => {
  const [folder] = bundledFolders(output({ '\0rolldown/runtime.js': 10 }), ROOT)
  expect(folder).toMatch(/node_modules[\\/]rolldown$/)
  expect(() => bundledFolders(output({ '\0no-such-tool/helper.js': 10 }), ROOT)).toThrow(
    'no-such-tool/helper.js',
  )
})
