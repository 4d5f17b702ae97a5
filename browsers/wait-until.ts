import { setTimeout as delay } from 'node:timers/promises'
import type { WaitOptions } from './driver.ts'

const EVERY_MS = 50
/** Long, as nobody waits for it who is not in trouble: machines are slow at times. */
const DEFAULT_TIMEOUT_MS = 45_000

/** Asks until the answer is not null or undefined. Errors on the way count as "not yet"; the last is told. */
export async function waitUntil<T>(
  ask: () => Promise<T | null | undefined>,
  { what, timeoutMs = DEFAULT_TIMEOUT_MS }: WaitOptions,
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  let cause: unknown
  do {
    try {
      const answer = await ask()
      if (answer !== null && answer !== undefined) return answer
      cause = undefined
    } catch (error) {
      cause = error
    }
    await delay(EVERY_MS)
  } while (Date.now() < deadline)
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`, { cause })
}
