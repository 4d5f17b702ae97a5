import { zipSync, type Zippable } from 'fflate'
import type { ZipEntry } from './zip-entry.ts'

/** The modes that follow are those of files. */
const UNIX = 3
const FILE = 0o100644
const PROGRAM = 0o100755

/** The same bytes for the same files, whatever their order, times and the machine: the compression is the library's own. */
export const writeZip = (entries: readonly ZipEntry[]): Uint8Array => {
  const files: Zippable = {}
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  for (const { path, bytes, executable } of sorted) {
    if (path in files) throw new Error(`${path} is there twice`)
    files[path] = [bytes, { attrs: (executable ? PROGRAM : FILE) * 0x10000 }]
  }
  // The first time that a zip can hold. The library writes local time: the same in every zone.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1), os: UNIX })
}
