import { createRequire } from 'node:module'
import FakeTimers from '@sinonjs/fake-timers'
import type { Chance } from './chance.ts'

/** The packages of Node's own that draw chance for the Interledger libraries; one object for all of them. */
const nodeCrypto = createRequire(import.meta.url)('node:crypto') as {
  randomBytes: (size: number, done?: (error: null, bytes: Buffer) => void) => Buffer | undefined
}

type InstalledClock = ReturnType<typeof FakeTimers.install>

export interface VirtualTime {
  /** Milliseconds since the history began. */
  now(): number
  /** Lets everything happen that happens within this long, in order. */
  pass(ms: number): Promise<void>
  end(): void
}

const START = Date.UTC(2026, 0, 10, 12)
const realImmediate = setImmediate
const settle = (): Promise<void> => new Promise((resolve) => realImmediate(resolve))

/** Timers, Date and the libraries' random numbers become the history's own. One at a time. */
export const beginVirtualTime = (chance: Chance): VirtualTime => {
  const clock: InstalledClock = FakeTimers.install({
    now: START,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  })
  const real = nodeCrypto.randomBytes
  nodeCrypto.randomBytes = (size, done) => {
    const bytes = chance.bytes(size)
    if (!done) return bytes
    queueMicrotask(() => done(null, bytes))
    return undefined
  }
  return {
    now: () => clock.now - START,
    async pass(ms) {
      let passed = false
      setTimeout(() => (passed = true), ms)
      while (!passed) {
        await settle()
        clock.next()
      }
      await settle()
    },
    end() {
      nodeCrypto.randomBytes = real
      clock.uninstall()
    },
  }
}
