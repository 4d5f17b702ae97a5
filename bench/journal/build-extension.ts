import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPages } from '../build-pages.ts'

/** Builds the journal as it ships into an extension of its own: only there is `storage.local`. */
export const buildBenchExtension = async (): Promise<string> => {
  const root = fileURLToPath(new URL('./extension', import.meta.url))
  const outDir = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
  await buildPages(root, ['bench.html', 'background.ts'], outDir)
  cpSync(join(root, 'manifest.json'), join(outDir, 'manifest.json'))
  return outDir
}
