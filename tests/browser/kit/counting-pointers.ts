import { setTimeout as delay } from 'node:timers/promises'
import { serve } from '../../../browsers/fixtures/serve.ts'

/** Whoever is on the way as well has time to arrive. */
const ANSWER_MS = 20

/** Payment pointers on origins of their own, any path, that count who asks them at the same time. */
export interface CountingPointers {
  readonly origins: readonly string[]
  /** Addresses in the order in which they were asked. */
  readonly asked: readonly string[]
  readonly most: { readonly atOneOrigin: number; readonly overAll: number }
  close(): Promise<void>
}

/** All lead on to `wallet`. */
export const openCountingPointers = async (
  count: number,
  wallet: string,
): Promise<CountingPointers> => {
  const asked: string[] = []
  const most = { atOneOrigin: 0, overAll: 0 }
  let overAll = 0
  const open = async () => {
    let here = 0
    const served = await serve((request, response) => {
      asked.push(`http://${request.headers.host}${request.url}`)
      most.atOneOrigin = Math.max(most.atOneOrigin, ++here)
      most.overAll = Math.max(most.overAll, ++overAll)
      response.on('close', () => {
        here -= 1
        overAll -= 1
      })
      void delay(ANSWER_MS).then(() => response.writeHead(307, { location: wallet }).end())
    })
    return served
  }
  const servers = await Promise.all(Array.from({ length: count }, open))
  return {
    origins: servers.map(({ port }) => `http://127.0.0.1:${port}`),
    asked,
    most,
    close: async () => void (await Promise.all(servers.map((server) => server.close()))),
  }
}
