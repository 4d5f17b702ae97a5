import WebSocket from 'ws'

interface Answer {
  readonly id?: number
  readonly type: 'success' | 'error' | 'event'
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
}

interface Waiting {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** A WebDriver BiDi connection: commands out, answers in. */
export class BidiClient {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#settle(JSON.parse(data.toString()) as Answer))
    socket.on('close', () => this.#fail())
    // A close follows every error and is what ends the waiting.
    socket.on('error', () => {})
  }

  /** Connects and opens a session. */
  static async connect(url: string): Promise<BidiClient> {
    const socket = new WebSocket(`${url}/session`, { perMessageDeflate: false })
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    const client = new BidiClient(socket)
    await client.send('session.new', { capabilities: {} })
    return client
  }

  async send<T>(method: string, params: object = {}): Promise<T> {
    if (this.#socket.readyState !== WebSocket.OPEN) throw new Error(`${method}: browser is gone`)
    const id = ++this.#lastId
    return (await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject })
      this.#socket.send(JSON.stringify({ id, method, params }))
    })) as T
  }

  close(): void {
    this.#socket.terminate()
  }

  #settle(answer: Answer): void {
    const waiting = answer.id === undefined ? undefined : this.#waiting.get(answer.id)
    if (!waiting || answer.id === undefined) return
    this.#waiting.delete(answer.id)
    if (answer.type === 'success') waiting.resolve(answer.result)
    else waiting.reject(new Error(`${waiting.method}: ${answer.error}: ${answer.message}`))
  }

  #fail(): void {
    for (const { method, reject } of this.#waiting.values()) {
      reject(new Error(`${method}: browser is gone`))
    }
    this.#waiting.clear()
  }
}
