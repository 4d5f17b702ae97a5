import { deliveredFor, leastFor } from '../money/exchange-rate.ts'
import { sourceUnits, type SourceUnits } from '../money/units.ts'
import type { MonoMs } from '../ports/clock.ts'
import { createPace, type Candidate, type Grant, type Pace } from './pace.ts'

/** A session that could be paid now, and what its site's rules say. */
export interface SiteCandidate extends Candidate {
  readonly site: string
  /** Units an hour for this site alone; null: it is paid out of the rate of all sites. */
  readonly ownRate: SourceUnits | null
  /** What the journal could still reserve for this site. */
  readonly left: SourceUnits
}

/**
 * One pace for all sites together, and one for each site that has a rate of its own. Each keeps what Pace promises by
 * itself, so that a site's rate takes nothing from the others.
 */
export interface Paces {
  /** As Pace has it; `ratePerHour` and `left` are those of all sites. */
  tick(
    now: MonoMs,
    ratePerHour: SourceUnits,
    candidates: readonly SiteCandidate[],
    waiting: readonly SiteCandidate[],
    left: SourceUnits,
  ): readonly Grant[]
  /** `own`: the site has a rate of its own. */
  toll(now: MonoMs, site: string, own: boolean, amount: SourceUnits): number
}

const ALL = ''

const least = (a: SourceUnits, b: SourceUnits): SourceUnits => (a < b ? a : b)

/** `start`: as createPace has it, for the pace of all sites. */
export const createPaces = (start: MonoMs | null): Paces => {
  const paces = new Map<string, Pace>([[ALL, createPace(start)]])
  const groupOf = ({ site, ownRate }: SiteCandidate): string => (ownRate === null ? ALL : site)

  /** It stays when its rule goes: who sets one again and again earns no first tick each time. */
  const paceOf = (group: string, now: MonoMs): Pace => {
    const pace = paces.get(group) ?? createPace(now)
    paces.set(group, pace)
    return pace
  }
  return {
    tick(now, ratePerHour, candidates, waiting, left) {
      const groups = new Set([...candidates, ...waiting].map(groupOf))
      const leftOf = new Map(candidates.map((one) => [one.site, one.left]))
      const grants: Grant[] = []
      let rest = left
      for (const group of groups) {
        const own = candidates.filter((one) => groupOf(one) === group)
        const waits = waiting.filter((one) => groupOf(one) === group)
        const rate = [...own, ...waits][0]?.ownRate ?? ratePerHour
        const ids = new Set(waits.map(({ id }) => id))
        for (const granted of paceOf(group, now).tick(now, rate, own, ids, rest)) {
          const one = own.find(({ id }) => id === granted.id)
          if (!one) continue
          const room = leftOf.get(one.site) ?? one.left
          const whole = deliveredFor(one.rate, least(granted.amount, room))
          const amount = leastFor(one.rate, whole) ?? sourceUnits(0n)
          if (amount === 0n) continue
          leftOf.set(one.site, sourceUnits(room - amount))
          rest = sourceUnits(rest - amount)
          grants.push({ id: one.id, amount })
        }
      }
      return grants
    },
    toll: (now, site, own, amount) => paceOf(own ? site : ALL, now).toll(now, amount),
  }
}
