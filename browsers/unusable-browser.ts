import { execFile } from 'node:child_process'
import { closeSync, openSync, readSync, realpathSync } from 'node:fs'
import { promisify } from 'node:util'
import type { BrowserKind } from './browser-kind.ts'

const run = promisify(execFile)

/** The first kilobytes: enough for the launcher scripts that distributions put before a browser. */
function beginning(path: string): string {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(4096)
    return buffer.toString('latin1', 0, readSync(file, buffer))
  } finally {
    closeSync(file)
  }
}

function isSnap(path: string): boolean {
  if (path.startsWith('/snap/') || path.endsWith('/bin/snap')) return true
  const text = beginning(path)
  return text.startsWith('#!') && /\/snap\/bin\/|snap install/.test(text)
}

async function isGoogleChrome(path: string): Promise<boolean> {
  if (/for testing/i.test(path)) return false
  if (/google[ /\\-]chrome/i.test(path)) return true
  // On Windows the version cannot be asked for: a window would open instead.
  if (process.platform === 'win32') return false
  const { stdout } = await run(path, ['--version'], { timeout: 20_000 })
  return /Google Chrome(?! for Testing)/.test(stdout)
}

/** Why the browser at that place cannot be used, in one sentence; null if it can. */
export async function unusableBrowser(kind: BrowserKind, path: string): Promise<string | null> {
  const real = realpathSync(path)
  if (isSnap(real)) return `${path} is a snap, which cannot read a profile in a temporary folder.`
  if (kind === 'chrome' && (await isGoogleChrome(real))) {
    return `${path} is Google Chrome, which refuses to load unpacked extensions from its command line.`
  }
  return null
}
