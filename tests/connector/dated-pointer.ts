import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A payment pointer that answers with another's credentials, and with a Date header as a test wants it. */
export interface DatedPointer {
  readonly address: string
  /** What the header says beyond the true time; null: there is no such header. */
  offMs: number | null
  close(): Promise<void>
}

export const openDatedPointer = async (url: string): Promise<DatedPointer> => {
  const server = createServer((_, response) => {
    response.sendDate = false
    void fetch(url, { headers: { accept: 'application/spsp4+json' } })
      .then((answer) => answer.text())
      .then((body) => {
        const { offMs } = pointer
        response
          .writeHead(200, {
            'content-type': 'application/spsp4+json',
            ...(offMs !== null && { date: new Date(Date.now() + offMs).toUTCString() }),
          })
          .end(body)
      })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const pointer: DatedPointer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    offMs: 0,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return pointer
}
