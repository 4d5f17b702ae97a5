import type { HttpHead } from '../ports/http-get.ts'

/** A server that asks for more is asked again after this. */
const LONGEST_MS = 3_600_000

/**
 * How long the server wants to be left alone (RFC 9110, "Retry-After": seconds, or a date, which is read by the
 * server's own clock where it tells it).
 */
export const retryAfterMs = (
  { retryAfter, serverTime }: Pick<HttpHead, 'retryAfter' | 'serverTime'>,
  now: number,
): number => {
  if (retryAfter === null) return 0
  const wish = retryAfter.trim()
  const seconds = /^\d+$/.test(wish)
  // Engines disagree about what else is a date.
  if (!seconds && !wish.endsWith('GMT')) return 0
  const ms = seconds ? Number(wish) * 1_000 : Date.parse(wish) - (serverTime ?? now)
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), LONGEST_MS)
}
