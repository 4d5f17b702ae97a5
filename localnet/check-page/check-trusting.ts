import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { CheckedNetwork } from './check-pointer.ts'
import type { Finding } from './finding.ts'

const CHECKER = fileURLToPath(new URL('./checker.ts', import.meta.url))

/** What the process that checks is sent. */
export interface CheckOrder {
  readonly url: string
  readonly network: CheckedNetwork
}

/**
 * As `checkPage`, with the certificates in a PEM file trusted as well. Node reads what it trusts once, as it starts: this
 * takes a process of its own.
 */
export const checkTrusting = async (caFile: string, order: CheckOrder): Promise<Finding[]> => {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: caFile }
  // Our stdout belongs to the announcement.
  const child = fork(CHECKER, [], { stdio: ['ignore', 2, 2, 'ipc'], env })
  child.send(order)
  const ended = once(child, 'exit').then(() => {
    throw new Error('The process that checks the page has ended.')
  })
  const [findings] = (await Promise.race([once(child, 'message'), ended])) as [Finding[]]
  return findings
}
