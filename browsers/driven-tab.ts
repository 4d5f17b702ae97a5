import type { Tab, WaitOptions } from './driver.ts'
import { guardPress } from './guard-press.ts'
import { locateControl, type ControlKind, type LocatedControl } from './locate-control.ts'
import { pageCall, pageCallOn } from './page-call.ts'
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
    const source = pageCallOn(pageCall(locateControl, 'field', label), typeIntoField, value)
    await this.waitFor(source, { what: `the field "${label}"` })
  }

  async clickButton(name: string): Promise<void> {
    await this.#press('button', name)
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
    if (await this.#isTurned(kind, name, on)) return
    await this.#press(kind, name)
    const turned = async () => ((await this.#isTurned(kind, name, on)) ? true : null)
    await waitUntil(turned, { what: `the ${kind} "${name}" to be ${on ? 'on' : 'off'}` })
  }

  async #isTurned(kind: 'checkbox' | 'switch', name: string, on: boolean): Promise<boolean> {
    return (await this.#locate(kind, name)).on === on
  }

  /** What comes in above it may move it under the pointer: then it is pressed again where it is. */
  async #press(kind: ControlKind, name: string): Promise<void> {
    for (;;) {
      await this.#locate(kind, name)
      const source = pageCallOn(pageCall(locateControl, kind, name), guardPress)
      const spot = await this.evaluate<LocatedControl | null>(source)
      if (!spot) continue
      await this.pressAt(spot.x, spot.y)
      // Where the press led elsewhere, it has not missed.
      const missed = this.evaluate<boolean>('globalThis.pressMissed?.() ?? false')
      if (!(await missed.catch(() => false))) return
    }
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
