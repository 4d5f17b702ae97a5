import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserKind } from '../../browsers/browser-kind.ts'

const scriptsIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(dir, name))

/** What a browser charges for any extension of this shape: the same manifest, and nothing in its scripts. */
const makeFloor = (built: string, dir: string): void => {
  cpSync(built, dir, { recursive: true })
  for (const script of scriptsIn(dir)) writeFileSync(script, ';\n')
  writeFileSync(join(dir, 'popup.html'), '<!doctype html>\n')
}

/** The drivers want an extension; this one has no script, and so no part in any page. */
const makeNothing = (built: string, dir: string): void => {
  const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as object
  const { manifest_version, name, version, browser_specific_settings } = manifest as Readonly<
    Record<string, unknown>
  >
  const rest = browser_specific_settings === undefined ? {} : { browser_specific_settings }
  const text = JSON.stringify({ manifest_version, name, version, ...rest })
  writeFileSync(join(dir, 'manifest.json'), text)
}

/** What is measured side by side, in this order: name and unpacked extension. Folders in `made` are to be deleted. */
export const measuredExtensions = (
  kind: BrowserKind,
  built: string,
  others: readonly (readonly [string, string])[],
): { readonly extensions: ReadonlyMap<string, string>; readonly made: readonly string[] } => {
  const made = ['none', 'floor'].map((name) =>
    mkdtempSync(join(tmpdir(), `tributary-bench-${kind}-${name}-`)),
  )
  const [none = '', floor = ''] = made
  makeNothing(built, none)
  makeFloor(built, floor)
  const ours = [
    ['none', none],
    ['floor', floor],
    ['tributary', built],
  ] as const
  return { extensions: new Map([...ours, ...others]), made }
}
