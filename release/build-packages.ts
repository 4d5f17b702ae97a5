import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesNamed } from '../extension/licences/licences-text.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { isCheckout, trackedFiles } from './checkout.ts'
import { filesIn } from './files-in.ts'
import { readLock } from './lock-file.ts'
import { writeZip } from './write-zip.ts'

const sumsOf = (files: ReadonlyMap<string, Uint8Array>): string =>
  [...files]
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('')

/** All that a release is, by file name, of what is built in `root`. Outside of git there is no source to pack. */
export const buildPackages = (root: string): ReadonlyMap<string, Uint8Array> => {
  const dist = join(root, 'dist')
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    name: string
    version: string
  }
  const stem = `${name}-${version}`
  const licences = readFileSync(join(dist, 'firefox', 'LICENSES.txt'), 'utf8')
  const bill = billOfMaterials(readLock(root), name, packagesNamed(licences))
  const source = (): Uint8Array =>
    writeZip(trackedFiles(root).map((file) => ({ ...file, path: `${stem}/${file.path}` })))
  const files = new Map<string, Uint8Array>([
    [`${stem}-chrome.zip`, writeZip(filesIn(join(dist, 'chrome')))],
    [`${stem}-firefox.xpi`, writeZip(filesIn(join(dist, 'firefox')))],
    ...(isCheckout(root) ? [[`${stem}-source.zip`, source()] as const] : []),
    [`${stem}.cdx.json`, new TextEncoder().encode(bill)],
  ])
  return files.set('SHA256SUMS', new TextEncoder().encode(sumsOf(files)))
}
