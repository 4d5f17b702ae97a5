import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { OwnedProcess } from '../owned-process.ts'

/** A target as Chromium lists it; `type` is for example `page` or `service_worker`. */
export interface BareTarget {
  readonly id: string
  readonly type: string
  readonly url: string
  readonly title: string
}

interface Evaluated {
  readonly result?: { readonly result?: { readonly value?: unknown } }
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
    const targets = await this.list()
    return targets.some(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`${this.extensionOrigin}/`),
    )
  }

  /** Ends the browser and waits until no process of it is left. */
  async stop(): Promise<void> {
    await this.#owned.kill()
  }

  /** The value of an expression in this page: a debugger is attached to it meanwhile, and to nothing else. */
  async evaluate<T>(id: string, expression: string): Promise<T> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.#port}/devtools/page/${id}`)
    try {
      await once(socket, 'open')
      const params = { expression, awaitPromise: true, returnByValue: true }
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
      const [data] = (await once(socket, 'message')) as [Buffer]
      return (JSON.parse(data.toString()) as Evaluated).result?.result?.value as T
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
