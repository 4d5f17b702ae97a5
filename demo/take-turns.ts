import { setTimeout as delay } from 'node:timers/promises'
import type { OpenSite } from './open-sites.ts'

interface Turns {
  readonly sites: readonly OpenSite[]
  readonly turnMs: number
  /** Null: until `stop`. */
  readonly runMs: number | null
  readonly stop: AbortSignal
  /** A site was brought to the front. */
  readonly begin: (site: OpenSite) => Promise<void>
  /** Over and over during its turn. */
  readonly watch: (site: OpenSite) => Promise<void>
  readonly end: (site: OpenSite) => Promise<void>
}

/** How often one looks; what is waited for is only that the time given with `--seconds` passes. */
const LOOK_MS = 500

/** Brings each site to the front in turn, from now on, for `runMs`. */
export const takeTurns = async (turns: Turns): Promise<void> => {
  const { sites, turnMs, runMs, stop } = turns
  const started = performance.now()
  const ends = started + (runMs ?? Infinity)
  const left = (until: number): number => (stop.aborted ? 0 : until - performance.now())
  for (let turn = 0; left(ends) > 0; turn++) {
    const site = sites[turn % sites.length]!
    const turnEnds = Math.min(started + (turn + 1) * turnMs, ends)
    await site.page.bringToFront()
    await turns.begin(site)
    while (left(turnEnds) > 0) {
      await turns.watch(site)
      // Called off by `stop`, which is as good an end as any.
      await delay(Math.max(0, Math.min(LOOK_MS, left(turnEnds))), null, { signal: stop }).catch(
        () => {},
      )
    }
    await turns.end(site)
  }
}
