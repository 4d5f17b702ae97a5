import { accessSync, constants, statSync } from 'node:fs'
import type { BrowserKind } from './browser-kind.ts'
import { BROWSER_NAMES } from './browser-names.ts'
import { browserPlaces } from './browser-places.ts'
import { unusableBrowser } from './unusable-browser.ts'

/** What a search came to: a browser, or why those that there are will not do. */
export interface BrowserSearch {
  readonly path: string | null
  /** One sentence for each browser that was passed over. */
  readonly passedOver: readonly string[]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Looks where the variable points, on the PATH, in the usual places and in Playwright's cache. */
export async function searchBrowser(kind: BrowserKind): Promise<BrowserSearch> {
  const { variable, advice } = BROWSER_NAMES[kind]
  const chosen = process.env[variable]
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`${variable}: ${chosen} is not a program.`)
    const reason = await unusableBrowser(kind, chosen)
    if (reason !== null) throw new Error(`${variable}: ${reason} ${advice}.`)
    return { path: chosen, passedOver: [] }
  }
  const passedOver: string[] = []
  for (const path of new Set(browserPlaces(kind))) {
    if (!isExecutable(path)) continue
    const reason = await unusableBrowser(kind, path).catch((error: unknown) => {
      return `${path} does not run: ${error instanceof Error ? error.message : String(error)}.`
    })
    if (reason === null) return { path, passedOver }
    passedOver.push(reason)
  }
  return { path: null, passedOver }
}

/** The browser to use, or null if there is none that will do. */
export async function findBrowser(kind: BrowserKind): Promise<string | null> {
  return (await searchBrowser(kind)).path
}
