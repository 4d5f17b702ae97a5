import { writeFile } from 'node:fs/promises'
import { DrivenTab } from '../driven-tab.ts'
import type { BidiClient } from './bidi-client.ts'
import { evaluateIn } from './evaluate-in.ts'

/** A tab of Firefox: a top-level browsing context. */
export class FirefoxTab extends DrivenTab {
  readonly context: string
  readonly #bidi: BidiClient

  constructor(bidi: BidiClient, context: string) {
    super()
    this.#bidi = bidi
    this.context = context
  }

  url(): Promise<string> {
    return this.evaluate('location.href')
  }

  async goto(url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { url, wait: 'complete' })
  }

  async reload(): Promise<void> {
    await this.#send('browsingContext.reload', { wait: 'complete' })
  }

  async bringToFront(): Promise<void> {
    await this.#send('browsingContext.activate')
  }

  async close(): Promise<void> {
    await this.#send('browsingContext.close')
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.#send('browsingContext.setViewport', { viewport: { width, height } })
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.#send<{ data: string }>('browsingContext.captureScreenshot')
    await writeFile(path, Buffer.from(data, 'base64'))
  }

  protected evaluateString(expression: string): Promise<string | undefined> {
    return evaluateIn(this.#bidi, this.context, expression)
  }

  protected async pressAt(x: number, y: number): Promise<void> {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    await this.#send('input.performActions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    })
  }

  #send<T>(method: string, params: object = {}): Promise<T> {
    return this.#bidi.send<T>(method, { context: this.context, ...params })
  }
}
