import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ConnectorConfig } from './connector-config.ts'

const ENTRY = fileURLToPath(new URL('./connector-process.cjs', import.meta.url))

type Message = { ready: true } | { failed: string; code?: string }

/** A connector process that serves its accounts, and the promise of its end. */
export interface ConnectorChild {
  readonly process: ChildProcess
  /** Resolves, with how it ended, once the process is gone. */
  readonly ended: Promise<string>
}

/** Rejects when the process cannot serve; the error carries `code` (`EADDRINUSE`) where the process knew one. */
export const spawnConnector = async (config: ConnectorConfig): Promise<ConnectorChild> => {
  // ilp-connector reports every start at length on stdout: wanted when DEBUG asks for it, and never on our stdout.
  const log = process.env['DEBUG'] ? 2 : 'ignore'
  const child = fork(ENTRY, [], { stdio: ['ignore', log, 2, 'ipc'], execArgv: [] })
  const ended = once(child, 'exit').then(([code, signal]) => String(signal ?? `exit code ${code}`))
  child.send(config)
  const answer = once(child, 'message').then(([message]) => message as Message)
  const first = await Promise.race([answer, ended.then((how) => ({ failed: how }))])
  if ('ready' in first) return { process: child, ended }
  await ended
  const code = 'code' in first ? { code: first.code } : {}
  throw Object.assign(new Error(`The connector did not start: ${first.failed}`), code)
}
