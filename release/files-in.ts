import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ZipEntry } from './zip-entry.ts'

/** All files of a folder, as deep as they are. */
export const filesIn = (folder: string): readonly ZipEntry[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      const path = file.slice(join(folder, '/').length).replaceAll('\\', '/')
      return { path, bytes: readFileSync(file), executable: false }
    })
