import type { Glance } from '../../src/wallet/glance.ts'
import { lookOfAll, lookOfTab, type IconLook } from './icon-look.ts'

/** What the browser is told of one icon; a null tab means all that were told nothing of their own. */
export type Paint = (
  tab: number | null,
  look: IconLook,
  pausedUntil: number | null,
) => Promise<void>

/** Between two looks at the wallet: nobody sees an icon change faster. */
const PAINT_PAUSE_MS = 500

export interface IconPainter {
  /** Something about the wallet may be different. */
  changed(): void
}

interface Shown {
  readonly documents: string
  readonly look: string
}

/**
 * Keeps the icons in line with the wallet, and tells the browser only what it does not show yet. Browsers forget
 * a tab's own icon when the tab goes to another page, so new documents are told anew.
 */
export const createIconPainter = (
  glance: () => Promise<Glance>,
  paint: Paint,
  later: (call: () => void, ms: number) => void = setTimeout,
): IconPainter => {
  const shown = new Map<number | null, Shown>()
  let waiting = false

  const show = (tab: number | null, documents: string, look: IconLook, until: number | null) => {
    const wanted = { documents, look: JSON.stringify([look, until]) }
    const now = shown.get(tab)
    if (now?.documents === wanted.documents && now.look === wanted.look) return
    shown.set(tab, wanted)
    // A tab that is gone has no icon.
    paint(tab, look, until).catch(() => shown.delete(tab))
  }
  const look = async (): Promise<void> => {
    const now = await glance()
    const until = now.pausedUntil
    show(null, '', lookOfAll(now), until)
    for (const [tab, its] of now.tabs) show(tab, its.documents, lookOfTab(now, its), until)
    // A page whose last tag was taken away is a page without one.
    for (const tab of shown.keys())
      if (tab !== null && !now.tabs.has(tab)) show(tab, '', lookOfAll(now), until)
  }
  return {
    changed() {
      if (waiting) return
      waiting = true
      later(() => {
        waiting = false
        void look()
      }, PAINT_PAUSE_MS)
    },
  }
}
