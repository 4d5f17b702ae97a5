import IlpPluginBtp from 'ilp-plugin-btp'
import { deserializeIlpPrepare, serializeIlpReject, Type } from 'ilp-packet'

/** What it answers at once is written down in the same step. */
type DataHandler = (data: Buffer) => Buffer | Promise<Buffer>

const reject = (code: string, message: string): Buffer =>
  serializeIlpReject({ code, message, triggeredBy: '', data: Buffer.alloc(0) })

/**
 * A receiver's link to the connector, and the place where its money is counted: at the packet, so that both kinds of
 * receiver are counted alike and by no library's own totals.
 */
export class ReceiverLink {
  readonly #plugin: IlpPluginBtp
  readonly #fulfilled: (destination: string, amount: bigint) => void
  #handler: DataHandler | undefined
  #closed = false

  /**
   * @param server `btp+ws://name:token@host:port`
   * @param fulfilled writes down what a packet brought; one for which it throws is rejected
   */
  constructor(server: string, fulfilled: (destination: string, amount: bigint) => void) {
    // One short interval: after the connector's restart the receivers should be back before the payer is.
    this.#plugin = new IlpPluginBtp({ server, reconnectInterval: 50 })
    this.#fulfilled = fulfilled
    this.#plugin.registerDataHandler((data) => this.#receive(data))
  }

  readonly connect = (): Promise<void> => this.#plugin.connect()

  readonly isConnected = (): boolean => this.#plugin.isConnected()

  readonly registerDataHandler = (handler: DataHandler): void => {
    this.#handler = handler
  }

  readonly deregisterDataHandler = (): void => {
    this.#handler = undefined
  }

  /** Once closed it answers by itself: an unanswered packet would hold its sender for 35 seconds. */
  readonly sendData = async (data: Buffer): Promise<Buffer> =>
    this.#closed ? reject('F02', 'This receiver has stopped') : this.#plugin.sendData(data)

  readonly disconnect = async (): Promise<void> => {
    this.#closed = true
    await this.#plugin.disconnect()
  }

  /** Resolves when the link is up (`true`) or down (`false`). */
  async becomes(up: boolean): Promise<void> {
    if (this.isConnected() === up) return
    await new Promise((resolve) => this.#plugin.once(up ? 'connect' : 'disconnect', resolve))
  }

  async #receive(data: Buffer): Promise<Buffer> {
    const { amount, destination, expiresAt } = deserializeIlpPrepare(data)
    if (this.#handler === undefined) return reject('T00', 'No receiver is listening')
    // The connector refuses a late Fulfill, so money accepted now would be in the records and nowhere else.
    if (expiresAt.getTime() <= Date.now()) return reject('R00', 'The packet came too late')
    const answered = this.#handler(data)
    const reply = answered instanceof Promise ? await answered : answered
    if (reply[0] !== Number(Type.TYPE_ILP_FULFILL)) return reply
    try {
      // Before the answer leaves: what the connector has seen fulfilled is in the books, whatever comes next.
      this.#fulfilled(destination, BigInt(amount))
      return reply
    } catch (error) {
      return reject('T00', `This receiver cannot write it down: ${(error as Error).message}`)
    }
  }
}
