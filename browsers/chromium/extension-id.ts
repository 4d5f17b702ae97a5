import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { readExtensionManifest } from '../extension-manifest.ts'

/** The id Chromium gives an unpacked extension: a hash of its key or else of its path, in letters a to p. */
export function chromiumExtensionId(extensionDir: string): string {
  const { key } = readExtensionManifest(extensionDir)
  const path = realpathSync(extensionDir)
  const pathBytes = Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8')
  const hash = createHash('sha256').update(
    key === undefined ? pathBytes : Buffer.from(key, 'base64'),
  )
  const hex = hash.digest('hex').slice(0, 32)
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)))
}
