import type { BrowserKind } from './browser-kind.ts'
import { BROWSER_NAMES } from './browser-names.ts'
import { findBrowser, searchBrowser } from './find-browser.ts'
import { installBrowser } from './install-browser.ts'
import { withLockFile } from './with-lock-file.ts'

/** The browser that is there, or else the one installed now. */
export async function ensureBrowser(kind: BrowserKind): Promise<string> {
  return (await findBrowser(kind)) ?? (await withLockFile(`install-${kind}`, () => install(kind)))
}

async function install(kind: BrowserKind): Promise<string> {
  // Whoever held the lock before may have installed it.
  const { path, passedOver } = await searchBrowser(kind)
  if (path !== null) return path
  try {
    await installBrowser(kind)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error([...passedOver, reason].join(' '), { cause: error })
  }
  const installed = await findBrowser(kind)
  if (installed === null) {
    const { label, advice } = BROWSER_NAMES[kind]
    throw new Error(`${label} was installed but cannot be found. ${advice}.`)
  }
  return installed
}
