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

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Past the events that come between. */
const answerOf = async (socket: WebSocket, id: number): Promise<unknown> => {
  for (;;) {
    const [data] = (await once(socket, 'message')) as [Buffer]
    const answer = JSON.parse(data.toString()) as Answer
    if (answer.error) throw new Error(answer.error.message)
    if (answer.id === id) return answer.result
  }
}

interface Evaluated {
  readonly result?: { readonly value?: unknown }
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
    const params = { expression, awaitPromise: true, returnByValue: true }
    const [answer] = await this.command(id, [['Runtime.evaluate', params]])
    return (answer as Evaluated).result?.value as T
  }

  /** What the target answers to these commands, one after the other, while a debugger is attached to it. */
  async command(
    id: string,
    commands: readonly (readonly [method: string, params?: object])[],
  ): Promise<readonly unknown[]> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.#port}/devtools/page/${id}`)
    const answers: unknown[] = []
    try {
      await once(socket, 'open')
      for (const [method, params] of commands) {
        socket.send(JSON.stringify({ id: answers.length, method, params }))
        answers.push(await answerOf(socket, answers.length))
      }
      return answers
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
