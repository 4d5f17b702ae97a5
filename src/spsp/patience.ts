import type { Clock, MonoMs } from '../ports/clock.ts'
import type { HttpFailure, HttpGet, HttpHead, HttpReply } from '../ports/http-get.ts'
import { retryAfterMs } from './retry-after.ts'

/** As long as the shortest backoff of one session (src/connector/backoff.ts), so that one alone never waits for it. */
const FIRST_MS = 750
/** From the fifth failure in a row on. */
const LATER_MS = 30_000
const SOON_FAILURES = 4
/** Addresses remembered; the one that failed longest ago gives way. */
const MOST_REMEMBERED = 256

type Answer = HttpReply | HttpFailure

interface Failing {
  readonly failures: number
  readonly notBefore: number
  readonly answer: Answer
}

/** A server that may do better when asked again. */
export const isFailing = ({ status }: Pick<HttpHead, 'status'>): boolean =>
  status >= 500 || status === 429

const fails = (answer: Answer): boolean =>
  answer.kind === 'failure' ? answer.why !== 'too-large' : isFailing(answer)

/**
 * Leaves a failing address alone for a while, however many tags, tabs and reloads want it asked: 0.75, 1.5, 3 and
 * 6 s, then 30 s, and never less than its Retry-After. Until then its last answer is given again.
 */
export const withPatience = (get: HttpGet, clock: Clock): HttpGet => {
  const remembered = new Map<string, Failing>()

  const remember = (url: string, before: number, answer: Answer): void => {
    remembered.delete(url)
    if (!fails(answer)) return
    const failures = before + 1
    const own = failures > SOON_FAILURES ? LATER_MS : FIRST_MS * 2 ** (failures - 1)
    const asked = answer.kind === 'reply' ? retryAfterMs(answer, clock.wall()) : 0
    const notBefore: number = clock.mono() + Math.max(own, asked)
    remembered.set(url, { failures, notBefore, answer })
    if (remembered.size <= MOST_REMEMBERED) return
    for (const oldest of remembered.keys()) {
      remembered.delete(oldest)
      break
    }
  }
  return async (request) => {
    const known = remembered.get(request.url)
    const now: MonoMs = clock.mono()
    if (known && now < known.notBefore) return known.answer
    const answer = await get(request)
    remember(request.url, known?.failures ?? 0, answer)
    return answer
  }
}
