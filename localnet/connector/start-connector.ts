import type { BtpAccount } from '../announcement.ts'
import type { ConnectorConfig } from './connector-config.ts'
import { spawnConnector, type ConnectorChild } from './connector-child.ts'
import { registerAccount } from './register-account.ts'

/** The connector's process, and what a test may do to it. */
export interface Connector {
  /** `undefined` while it is down. */
  readonly pid: number | undefined
  /** SIGKILL; resolves when the process is gone. Its balances and registered tokens go with it. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same ports with empty balances; resolves when it serves. */
  readonly start: () => Promise<void>
}

export interface ConnectorOptions {
  readonly config: ConnectorConfig
  /** Accounts whose tokens it shall know before anyone else can connect with another one. */
  readonly accounts: readonly BtpAccount[]
  /** Told when the process ends without `kill`. */
  readonly onLost?: ((how: string) => void) | undefined
}

export const startConnector = async (options: ConnectorOptions): Promise<Connector> => {
  const { config, accounts, onLost } = options
  let child: ConnectorChild | undefined
  let starting = false

  const kill = async () => {
    const killed = child
    child = undefined
    killed?.process.kill('SIGKILL')
    await killed?.ended
  }

  const start = async () => {
    if (child !== undefined || starting) throw new Error('The connector is already running')
    starting = true
    try {
      const started = await spawnConnector(config)
      child = started
      void started.ended.then((how) => {
        if (child !== started) return
        child = undefined
        onLost?.(how)
      })
      await Promise.all(accounts.map(registerAccount))
    } finally {
      starting = false
    }
  }

  await start()
  return {
    get pid() {
      return child?.process.pid
    },
    kill,
    start,
  }
}
