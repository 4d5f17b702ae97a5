import type { Announcement } from './announcement.ts'
import type { Connector } from './connector/start-connector.ts'
import type { Draw } from './home/choose-share.ts'
import type { Certificate } from './listen.ts'

export interface LocalnetOptions {
  /**
   * First of `PORT_COUNT` consecutive ports; by default those that go with the data, and otherwise a free block is
   * looked for.
   */
  readonly portBase?: number
  /** Serves `alice` of the first USD/9 wallet over https too; `hosts` are the names its pointers are listed under. */
  readonly tls?: Certificate & { readonly hosts: readonly string[] }
  /** Where pointers, splits and what came in are kept; by default they are gone when the network ends. */
  readonly data?: string
  /** By which revenue splits choose; by default cryptographic chance. */
  readonly draw?: Draw
  /** Told when the connector's process ends without `connector.kill`, with its signal or exit code. */
  readonly onConnectorLost?: (how: string) => void
}

/** A running network. */
export interface Localnet extends Announcement {
  /** The fields of the line that `--json` prints, and nothing else. */
  readonly announcement: Announcement
  /** Its `start` and `kill` resolve when the receivers have noticed as well. */
  readonly connector: Connector
  /** Ends everything that was started, the connector's process included. */
  readonly stop: () => Promise<void>
}
