import type { Tab, WaitOptions } from './driver.ts'
import { locateControl, type ControlKind, type LocatedControl } from './locate-control.ts'
import { pageCall } from './page-call.ts'
import { typeIntoField } from './type-into-field.ts'
import { waitUntil } from './wait-until.ts'

/** What all tabs do alike, over the few things each browser does its own way. */
export abstract class DrivenTab implements Tab {
  abstract url(): Promise<string>
  abstract goto(url: string): Promise<void>
  abstract reload(): Promise<void>
  abstract bringToFront(): Promise<void>
  abstract close(): Promise<void>
  abstract setViewport(width: number, height: number): Promise<void>
  abstract screenshot(path: string): Promise<void>
  /** Evaluates an expression that gives a string, or a promise of one. */
  protected abstract evaluateString(expression: string): Promise<string | undefined>
  /** A press of the pointer's first button, a gesture to the browser. */
  protected abstract pressAt(x: number, y: number): Promise<void>

  async evaluate<T>(expression: string): Promise<T> {
    const json = await this.evaluateString(
      `(async () => JSON.stringify(await (${expression}\n)))()`,
    )
    return (json === undefined ? undefined : JSON.parse(json)) as T
  }

  async waitFor(expression: string, options: WaitOptions): Promise<void> {
    await waitUntil(async () => {
      const truthy = await this.evaluate<boolean>(`(async () => !!(await (${expression}\n)))()`)
      return truthy ? true : null
    }, options)
  }

  async fillField(label: string, value: string): Promise<void> {
    const { x, y } = await this.#locate('field', label)
    await this.evaluate(pageCall(typeIntoField, x, y, value))
  }

  async clickButton(name: string): Promise<void> {
    const { x, y } = await this.#locate('button', name)
    await this.pressAt(x, y)
  }

  async setCheckbox(label: string, on: boolean): Promise<void> {
    await this.#turn('checkbox', label, on)
  }

  async setSwitch(name: string, on: boolean): Promise<void> {
    await this.#turn('switch', name, on)
  }

  async text(selector: string): Promise<string> {
    const source = `document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`
    return await waitUntil(() => this.evaluate<string | null>(source), { what: selector })
  }

  async #turn(kind: 'checkbox' | 'switch', name: string, on: boolean): Promise<void> {
    const before = await this.#locate(kind, name)
    if (before.on === on) return
    await this.pressAt(before.x, before.y)
    await waitUntil(async () => ((await this.#locate(kind, name)).on === on ? true : null), {
      what: `the ${kind} "${name}" to be ${on ? 'on' : 'off'}`,
    })
  }

  async #locate(kind: ControlKind, name: string): Promise<LocatedControl> {
    const source = pageCall(locateControl, kind, name)
    let before: LocatedControl | null = null
    // What comes in above it moves it: people press what stands still.
    const standing = async () => {
      const last = before
      before = await this.evaluate<LocatedControl | null>(source)
      return before && last && before.x === last.x && before.y === last.y ? before : null
    }
    return await waitUntil(standing, { what: `the ${kind} "${name}"` })
  }
}
