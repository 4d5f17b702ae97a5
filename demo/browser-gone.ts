import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserDriver } from '../browsers/driver.ts'

const EVERY_MS = 500

/** Resolves once the browser answers no more, or need not be watched any longer. */
export const browserGone = async (driver: BrowserDriver, done: AbortSignal): Promise<null> => {
  const answers = () =>
    driver.backgroundRunning().then(
      () => true,
      () => false,
    )
  while (!done.aborted && (await answers())) {
    await delay(EVERY_MS, null, { signal: done, ref: false }).catch(() => {})
  }
  return null
}
