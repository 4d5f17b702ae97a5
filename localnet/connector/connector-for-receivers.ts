import type { ReceiverLink } from '../wallets/receiver-link.ts'
import type { Connector } from './start-connector.ts'

/** The same connector, whose `kill` and `start` resolve only when every receiver has noticed. */
export const connectorForReceivers = (
  connector: Connector,
  links: readonly ReceiverLink[],
): Connector => {
  const all = (up: boolean) => Promise.all(links.map((link) => link.becomes(up)))
  return {
    get pid() {
      return connector.pid
    },
    kill: async () => {
      await connector.kill()
      await all(false)
    },
    start: async () => {
      // After a death by other hands the sockets' ends may still be on their way.
      if (connector.pid === undefined) await all(false)
      await connector.start()
      await all(true)
    },
  }
}
