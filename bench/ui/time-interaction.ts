import type { Tab } from '../../browsers/driver.ts'

const LONGEST_MS = 20_000

/**
 * Milliseconds from an event inside the page to the frame after which all of these expressions have other values than
 * before it. Both clocks are the page's own.
 */
export const timeInteraction = (
  tab: Tab,
  act: string,
  changing: readonly string[],
): Promise<number> =>
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
    const shown = () => [${changing.join(', ')}]
    const before = shown()
    const painted = new MessageChannel()
    painted.port1.onmessage = () => resolve(performance.now() - began)
    const look = () => requestAnimationFrame(() => {
      const now = shown()
      if (now.every((value, index) => value !== before[index])) painted.port2.postMessage(0)
      else if (performance.now() - began > ${LONGEST_MS}) reject(new Error('Nothing has changed'))
      else look()
    })
    const began = performance.now()
    ${act}
    look()
  })`)
