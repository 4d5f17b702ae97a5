import type { BrowserKind } from '../browsers/browser-kind.ts'
import { ensureBrowser } from '../browsers/ensure-browser.ts'
import { findBrowser } from '../browsers/find-browser.ts'

const FIRST: BrowserKind = 'chrome'

interface ChosenBrowser {
  readonly kind: BrowserKind
  readonly executable: string
}

/** The browser that was asked for, or whichever is there; installed if need be. */
export const chooseBrowser = async (wanted: BrowserKind | undefined): Promise<ChosenBrowser> => {
  for (const kind of wanted === undefined ? ([FIRST, 'firefox'] as const) : [wanted]) {
    const executable = await findBrowser(kind)
    if (executable !== null) return { kind, executable }
  }
  const kind = wanted ?? FIRST
  return { kind, executable: await ensureBrowser(kind) }
}
