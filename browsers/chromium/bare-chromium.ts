import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { OwnedProcess } from '../owned-process.ts'
import { waitUntil } from '../wait-until.ts'

/** A target as Chromium lists it; `type` is for example `page` or `service_worker`. */
export interface BareTarget {
  readonly id: string
  readonly type: string
  readonly url: string
  readonly title: string
}

export interface BareProcess {
  readonly id: number
  readonly type: string
  readonly cpuTime: number
}

interface BareVersion {
  readonly Browser: string
  readonly webSocketDebuggerUrl: string
}

/** A command of the DevTools protocol. */
export type BareCall = readonly [method: string, params?: object]

/** What a session says by itself, without having been asked. */
export interface BareEvent {
  readonly method: string
  readonly params?: unknown
}

interface Answer {
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** What these commands come to, in one session with a target, which rejects if the target goes away meanwhile. */
const converse = async (
  socket: WebSocket,
  calls: readonly BareCall[],
  onEvent: (event: BareEvent) => void,
): Promise<unknown[]> => {
  let answer: (said: Answer) => void = () => {}
  socket.on('message', (data: Buffer) => {
    const said = JSON.parse(data.toString()) as BareEvent | Answer
    if ('method' in said) onEvent(said)
    else answer(said)
  })
  await once(socket, 'open')
  const gone = once(socket, 'close').then(() => Promise.reject(new Error('The target is gone')))
  // It does so at the end, too.
  gone.catch(() => {})
  const results: unknown[] = []
  for (const [id, [method, params = {}]] of calls.entries()) {
    const answered = new Promise<Answer>((resolve) => (answer = resolve))
    socket.send(JSON.stringify({ id, method, params }))
    const { result, error } = await Promise.race([answered, gone])
    if (error) throw new Error(`${method}: ${error.message}`)
    results.push(result)
  }
  return results
}

/** A running Chromium that is steered over HTTP only, which attaches no debugger to anything unless it is told to. */
export class BareChromium {
  readonly extensionOrigin: string
  readonly #port: number
  readonly #owned: OwnedProcess

  constructor(port: number, owned: OwnedProcess, extensionOrigin: string) {
    this.#port = port
    this.#owned = owned
    this.extensionOrigin = extensionOrigin
  }

  /** Opens a tab in front of the others; gives its id. */
  async open(url: string): Promise<string> {
    const response = await this.#ask(`new?${encodeURI(url)}`, 'PUT')
    return ((await response.json()) as BareTarget).id
  }

  /** Brings a tab to the front; the one before it is hidden from then on. */
  async activate(id: string): Promise<void> {
    await this.#ask(`activate/${id}`)
  }

  async close(id: string): Promise<void> {
    await this.#ask(`close/${id}`)
  }

  /** All targets: pages, and workers too as long as they run. */
  async list(): Promise<readonly BareTarget[]> {
    return (await (await this.#ask('list')).json()) as BareTarget[]
  }

  async backgroundRunning(): Promise<boolean> {
    return (await this.background()) !== undefined
  }

  /** The extension's worker, if it runs. */
  async background(): Promise<BareTarget | undefined> {
    const targets = await this.list()
    return targets.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`${this.extensionOrigin}/`),
    )
  }

  /** Stops the extension's worker; resolves when it is gone. */
  async stopBackground(): Promise<void> {
    const stopped = await this.background()
    if (!stopped) return
    await this.close(stopped.id)
    // A page that has a port revives it, under another id.
    const gone = async () => ((await this.background())?.id === stopped.id ? null : true)
    await waitUntil(gone, { what: 'the background to stop' })
  }

  /** For example `Chromium 130.0.1.2`. */
  async version(): Promise<string> {
    const { Browser } = await this.#version()
    return Browser.replace(/^\w+\//, 'Chromium ')
  }

  /** Ends the browser and waits until no process of it is left. */
  async stop(): Promise<void> {
    await this.#owned.kill()
  }

  /** What these commands come to: a debugger is attached to this target meanwhile, and to nothing else. */
  async talk(
    id: string,
    calls: readonly BareCall[],
    onEvent?: (event: BareEvent) => void,
  ): Promise<unknown[]> {
    return this.#converse(`ws://127.0.0.1:${this.#port}/devtools/page/${id}`, calls, onEvent)
  }

  /** Its processes, and the seconds that each has worked so far. */
  async processes(): Promise<readonly BareProcess[]> {
    const { webSocketDebuggerUrl } = await this.#version()
    const [info] = await this.#converse(webSocketDebuggerUrl, [['SystemInfo.getProcessInfo']])
    return (info as { processInfo: BareProcess[] }).processInfo
  }

  /** The value of an expression in this page. */
  async evaluate<T>(id: string, expression: string): Promise<T> {
    const params = { expression, awaitPromise: true, returnByValue: true }
    const [evaluated] = await this.talk(id, [['Runtime.evaluate', params]])
    return (evaluated as { result: { value?: unknown } }).result.value as T
  }

  async #version(): Promise<BareVersion> {
    return (await (await this.#ask('version')).json()) as BareVersion
  }

  async #converse(
    url: string,
    calls: readonly BareCall[],
    onEvent: (event: BareEvent) => void = () => {},
  ): Promise<unknown[]> {
    const socket = new WebSocket(url)
    try {
      return await converse(socket, calls, onEvent)
    } finally {
      socket.terminate()
    }
  }

  async #ask(path: string, method = 'GET'): Promise<Response> {
    const response = await fetch(`http://127.0.0.1:${this.#port}/json/${path}`, { method })
    if (!response.ok) throw new Error(`Chromium answered ${response.status} to ${path}`)
    return response
  }
}
