import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFloor } from '../floor-extension.ts'

/** The drivers want an extension; this one has no script, and so no part in any page. */
const makeNothing = (built: string): string => {
  const dir = mkdtempSync(join(tmpdir(), 'tributary-bench-none-'))
  const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as object
  const { manifest_version, name, version, browser_specific_settings } = manifest as Readonly<
    Record<string, unknown>
  >
  const rest = browser_specific_settings === undefined ? {} : { browser_specific_settings }
  const text = JSON.stringify({ manifest_version, name, version, ...rest })
  writeFileSync(join(dir, 'manifest.json'), text)
  return dir
}

/** What is measured side by side, in this order: name and unpacked extension. Folders in `made` are to be deleted. */
export const measuredExtensions = (
  built: string,
  others: readonly (readonly [string, string])[],
): { readonly extensions: ReadonlyMap<string, string>; readonly made: readonly string[] } => {
  const none = makeNothing(built)
  const floor = makeFloor(built)
  const ours = [
    ['none', none],
    ['floor', floor],
    ['tributary', built],
  ] as const
  return { extensions: new Map([...ours, ...others]), made: [none, floor] }
}
