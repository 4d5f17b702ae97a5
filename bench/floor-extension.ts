import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scriptsIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(dir, name))

/**
 * What a browser charges for any extension of this shape: the same manifest, nothing in its scripts, and this popup.
 * The folder is to be deleted.
 */
export const makeFloor = (built: string, popup = '<!doctype html>\n'): string => {
  const dir = mkdtempSync(join(tmpdir(), 'tributary-bench-floor-'))
  cpSync(built, dir, { recursive: true })
  for (const script of scriptsIn(dir)) writeFileSync(script, ';\n')
  writeFileSync(join(dir, 'popup.html'), popup)
  return dir
}
