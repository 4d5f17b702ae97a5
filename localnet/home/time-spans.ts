import type { Slot } from '../store/book.ts'

/** What came in within an hour or a day of this machine's clock. */
export interface Span {
  readonly startsAt: Date
  readonly units: bigint
  readonly packets: number
}

const HOUR_MS = 3_600_000

/** Slots laid into spans that begin at `starts`; what came before the first one is left out. */
export const spans = (starts: readonly Date[], slots: readonly Slot[]): Span[] =>
  starts.map((startsAt, at) => {
    const [from, until] = [startsAt.getTime(), starts[at + 1]?.getTime() ?? Infinity]
    const within = slots.filter((slot) => slot.startsAt >= from && slot.startsAt < until)
    return {
      startsAt,
      units: within.reduce((sum, { received }) => sum + received, 0n),
      packets: within.reduce((sum, { packets }) => sum + packets, 0),
    }
  })

/** When the last `count` hours began, the one that is running last. */
export const hourStarts = (now: Date, count: number): Date[] => {
  const current = new Date(now)
  current.setMinutes(0, 0, 0)
  return Array.from({ length: count }, (_, at) => {
    return new Date(current.getTime() - (count - 1 - at) * HOUR_MS)
  })
}

/** The same of days, of which those that clocks are changed in have 23 or 25 hours. */
export const dayStarts = (now: Date, count: number): Date[] =>
  Array.from({ length: count }, (_, at) => {
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - (count - 1 - at))
  })
