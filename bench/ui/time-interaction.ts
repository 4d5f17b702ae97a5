import type { Tab } from '../../browsers/driver.ts'

const LONGEST_MS = 20_000

/**
 * Milliseconds from an event inside the page to the frame after which all expressions of a group have other values than
 * before it; for each group. Both clocks are the page's own.
 */
export const timeInteraction = (
  tab: Tab,
  act: string,
  changing: readonly (readonly string[])[],
): Promise<readonly number[]> =>
  tab.evaluate(`new Promise((resolve, reject) => {
    const one = (selector) => document.querySelector(selector)
    const text = (selector) => one(selector)?.textContent
    /** Tells elements apart that look the same. */
    const identity = (selector) => one(selector) && (one(selector).benchId ??= crypto.randomUUID())
    const choose = (selector, value) => {
      one(selector).value = value
      one(selector).dispatchEvent(new Event('change', { bubbles: true }))
    }
    const type = (selector, value) => {
      one(selector).value = value
      one(selector).dispatchEvent(new Event('input', { bubbles: true }))
    }
    const shown = () => [${changing.map((group) => `[${group.join(', ')}]`).join(', ')}]
    const before = shown()
    const times = before.map(() => null)
    const painted = new MessageChannel()
    painted.port1.onmessage = ({ data }) => {
      for (const group of data) times[group] ??= performance.now() - began
      if (!times.includes(null)) resolve(times)
    }
    const look = () => requestAnimationFrame(() => {
      const changed = shown().flatMap((values, group) =>
        values.every((value, index) => value !== before[group][index]) ? group : [])
      if (changed.length > 0) painted.port2.postMessage(changed)
      if (changed.length === before.length) return
      if (performance.now() - began > ${LONGEST_MS}) reject(new Error('Nothing has changed'))
      else look()
    })
    const began = performance.now()
    ${act}
    look()
  })`)
