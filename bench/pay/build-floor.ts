import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPages } from '../build-pages.ts'

/** The folder is to be deleted. */
export const buildFloor = async (): Promise<string> => {
  const root = fileURLToPath(new URL('./floor', import.meta.url))
  const outDir = mkdtempSync(join(tmpdir(), 'tributary-bench-floor-'))
  // One by one: a content script cannot import what both have in common.
  for (const file of ['background.ts', 'content.ts']) await buildPages(root, [file], outDir)
  cpSync(join(root, 'manifest.json'), join(outDir, 'manifest.json'))
  return outDir
}
