import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the journal as it ships into an extension of its own: only there is `storage.local`. */
export const buildBenchExtension = async (): Promise<string> => {
  const root = fileURLToPath(new URL('./extension', import.meta.url))
  const outDir = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome116', 'firefox142'],
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { bench: join(root, 'bench.html'), background: join(root, 'background.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  cpSync(join(root, 'manifest.json'), join(outDir, 'manifest.json'))
  return outDir
}
