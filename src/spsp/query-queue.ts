import type { HttpFailure, HttpGet, HttpReply, HttpRequest } from '../ports/http-get.ts'

/** Queries under way at the same time, to as many origins. */
const MOST_AT_ONCE = 8

/** `wanted` is asked when the query's turn has come: without its consent nothing leaves. */
export type QueuedGet = (
  request: HttpRequest,
  wanted: () => boolean,
) => Promise<HttpReply | HttpFailure>

interface Waiting {
  readonly origin: string
  readonly start: () => Promise<void>
}

/** One query at a time to each origin, eight over all; among those whose origin is free the oldest is next. */
export const queueQueries = (get: HttpGet): QueuedGet => {
  const waiting: Waiting[] = []
  const busy = new Set<string>()

  const next = (): void => {
    while (busy.size < MOST_AT_ONCE) {
      const index = waiting.findIndex(({ origin }) => !busy.has(origin))
      const [one] = index < 0 ? [] : waiting.splice(index, 1)
      if (!one) return
      busy.add(one.origin)
      void one.start().finally(() => {
        busy.delete(one.origin)
        next()
      })
    }
  }
  return (request, wanted) =>
    new Promise((resolve) => {
      waiting.push({
        origin: new URL(request.url).origin,
        start: async () =>
          resolve(wanted() ? await get(request) : { kind: 'failure', why: 'unreachable' }),
      })
      next()
    })
}
