import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Rolldown } from 'vite'

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/

/** A bundler's own code has no file: its id names the bundler, as `\0rolldown/runtime.js`. */
const folderOf = (id: string, root: string): string | null => {
  const file = id.replaceAll('\\', '/')
  const installed = PACKAGE.exec(file.replace(/^\0/, ''))?.[0]
  if (installed !== undefined) return installed
  if (!file.startsWith('\0')) return null
  const folder = join(root, 'node_modules', file.slice(1).split(/[/?]/)[0] ?? '')
  if (!existsSync(folder)) throw new Error(`Nobody knows whose code ${file.slice(1)} is`)
  return folder
}

/** The folders of the packages of which something is in the bundle. */
export const bundledFolders = (
  output: Rolldown.RolldownOutput['output'],
  root: string,
): ReadonlySet<string> => {
  const ids = output.flatMap((one) =>
    one.type === 'chunk'
      ? Object.entries(one.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => id)
      : [],
  )
  return new Set(ids.map((id) => folderOf(id, root)).filter((folder) => folder !== null))
}
