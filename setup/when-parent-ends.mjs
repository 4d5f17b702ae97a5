import { clearInterval, setInterval } from 'node:timers'

const EVERY_MS = 500

/**
 * npm passes a signal on to the shell that it runs a script in, and the shell dies of it without telling us.
 * @param {() => void} end called once the process that started this one is gone, where that is npm's shell
 */
export const whenParentEnds = (end) => {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, EVERY_MS)
  timer.unref()
}
