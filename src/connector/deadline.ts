import type { Clock } from '../ports/clock.ts'

class DeadlinePassed extends Error {
  constructor() {
    super('no answer in time')
  }
}

/** The promise's outcome, or a rejection with DeadlinePassed once `ms` monotonic milliseconds are over. */
export const withDeadline = <T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new DeadlinePassed()))
    promise.then(resolve, reject).finally(cancel)
  })
