import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/**
 * Below the ports systems give to outgoing connections: there a client that keeps trying to reach a killed connector
 * could be given the connector's own port, and end up connected to itself. Above those that browsers refuse (10080).
 */
const LOWEST = 15_000
const HIGHEST = 32_000

const open = async (port: number): Promise<Server> => {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const isFree = async (first: number, count: number): Promise<boolean> => {
  const ports = Array.from({ length: count }, (_, i) => first + i)
  const results = await Promise.allSettled(ports.map(open))
  const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  await Promise.all(opened.map((server) => new Promise((resolve) => server.close(resolve))))
  return opened.length === count
}

/** The first of `count` consecutive ports of 127.0.0.1 that nobody listens on just now. */
export const freePortBlock = async (count: number): Promise<number> => {
  for (let attempt = 0; attempt < 100; attempt++) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST - count))
    if (await isFree(first, count)) return first
  }
  throw new Error(`Found no ${count} free ports in a row between ${LOWEST} and ${HIGHEST}`)
}
