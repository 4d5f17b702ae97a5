import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPages } from './build-pages.ts'

/** The extension as it was built, and this folder's `fill.html` that can fill its book. The copy is to be deleted. */
export const withFillPage = async (built: string, folder: URL): Promise<string> => {
  const dir = mkdtempSync(join(tmpdir(), 'tributary-bench-full-'))
  cpSync(built, dir, { recursive: true })
  await buildPages(fileURLToPath(folder), ['fill.html'], dir)
  return dir
}
