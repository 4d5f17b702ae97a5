import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly key?: string
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } }
}

/** The manifest of an unpacked extension, as far as its identity goes. */
export function readExtensionManifest(extensionDir: string): Manifest {
  return JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as Manifest
}
