import { join } from 'node:path'
import { build } from 'vite'

/** Builds pages and scripts of `root`, by their names there, into an unpacked extension beside what it has. */
export const buildPages = (
  root: string,
  files: readonly string[],
  outDir: string,
): Promise<unknown> =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      outDir,
      emptyOutDir: false,
      target: ['chrome116', 'firefox142'],
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: files.map((file) => join(root, file)),
        output: { entryFileNames: '[name].js' },
      },
    },
  })
