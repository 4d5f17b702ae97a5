import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'

interface Manifest {
  background: { readonly service_worker?: string; readonly scripts?: readonly string[] }
}

/** The one script that the background is in the end. */
export const BACKGROUND_SCRIPT = 'background.js'

const LOADER_IMPORT = /import\s*'(?<main>[^']+)'/

/**
 * Makes one classic script of the background's modules in `folder`: Chromium starts that in half the time that it takes
 * for modules, of which it asks for one after the other (bench/README.md).
 */
export const foldBackground = async (folder: string): Promise<void> => {
  const manifestFile = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  const { service_worker, scripts } = manifest.background
  const loader = join(folder, service_worker ?? scripts?.[0] ?? '')
  const main = LOADER_IMPORT.exec(readFileSync(loader, 'utf8'))?.groups?.['main']
  if (main === undefined) throw new Error(`${loader} does not import the background`)
  const [built] = (await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: loader, formats: ['iife'], name: 'background', fileName: 'background' },
    },
  })) as Rolldown.RolldownOutput[]
  const code = built?.output[0].code
  if (code === undefined) throw new Error('Nothing was built of the background')
  // Modules are strict, classic scripts only where they say so.
  writeFileSync(join(folder, BACKGROUND_SCRIPT), `'use strict';${code}`)
  rmSync(loader)
  rmSync(join(dirname(loader), main))
  manifest.background = service_worker
    ? { service_worker: BACKGROUND_SCRIPT }
    : { scripts: [BACKGROUND_SCRIPT] }
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
}
