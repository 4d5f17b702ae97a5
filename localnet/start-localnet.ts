import { buildNetwork } from './build-network.ts'
import { freePortBlock } from './free-port-block.ts'
import type { Localnet, LocalnetOptions } from './localnet.ts'
import { PORT_COUNT } from './port-plan.ts'

const portTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/** Starts an Interledger network on 127.0.0.1: connector, receiving wallets, demo sites. */
export const startLocalnet = async (options: LocalnetOptions = {}): Promise<Localnet> => {
  if (options.portBase !== undefined) return buildNetwork(options.portBase, options)
  for (let attempt = 1; ; attempt++) {
    try {
      return await buildNetwork(await freePortBlock(PORT_COUNT), options)
    } catch (error) {
      // Someone else took one of the ports between the look and the use.
      if (!portTaken(error) || attempt === 3) throw error
    }
  }
}
