import { EventEmitter } from 'events'
import type { OpenSocket, PlainSocket } from '../ports/open-socket.ts'

/** Hears everything below the BTP plugin, which forgets a request after 35 s and is deaf after junk. */
export interface SocketTap {
  opened(): void
  /** Every frame that arrives, and whether it came as text; false: not BTP, and the plugin must not see it. */
  frame(bytes: Buffer, isText: boolean): boolean
  /** Once, however the socket ended. */
  closed(wasOpen: boolean): void
}

/**
 * The WebSocket class that the BTP plugin is given. It never tells the plugin that the socket closed:
 * the plugin would reconnect by its own rules for ever. The link ends the plugin and makes a new one.
 */
export const tappedSocketClass = (openSocket: OpenSocket, tap: SocketTap): unknown =>
  class TappedSocket extends EventEmitter {
    readonly #socket: PlainSocket
    #state: 'opening' | 'open' | 'closed' = 'opening'

    constructor(url: string) {
      super()
      this.#socket = openSocket(url)
      this.#socket.binaryType = 'arraybuffer'
      this.#socket.onopen = () => {
        this.#state = 'open'
        tap.opened()
        this.emit('open')
      }
      this.#socket.onmessage = (event) => {
        const data: unknown = event.data
        // A text frame is no BTP; it goes on as what it is not, and is refused there.
        const isText = !(data instanceof ArrayBuffer)
        const bytes = isText ? Buffer.from(String(data)) : Buffer.from(data)
        if (tap.frame(bytes, isText)) this.emit('message', bytes)
      }
      this.#socket.onerror = () => this.#end()
      this.#socket.onclose = () => this.#end()
    }

    send(data: Uint8Array, sent: (error?: Error) => void): void {
      if (this.#state !== 'open') return sent(new Error('the socket is not open'))
      // A copy: a Buffer may be a view into a larger piece of memory.
      this.#socket.send(Uint8Array.from(data))
      sent()
    }

    /** The plugin's heartbeat. Browsers do not let a page ping; the wallet's own traffic shows life. */
    ping(): void {}

    close(): void {
      this.#socket.close()
      this.#end()
    }

    #end(): void {
      if (this.#state === 'closed') return
      const wasOpen = this.#state === 'open'
      this.#state = 'closed'
      tap.closed(wasOpen)
    }
  }
