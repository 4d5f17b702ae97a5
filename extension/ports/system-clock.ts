import type { Cancel, Clock, EpochMs, MonoMs } from '../../src/ports/clock.ts'

const mono = (): MonoMs => performance.now() as MonoMs

/** The host's clocks. Timers of some hosts fire a little early; `after` then waits for the rest. */
export const systemClock: Clock = {
  wall: () => Date.now() as EpochMs,
  mono,
  after(ms, call): Cancel {
    const due = mono() + ms
    let timer: ReturnType<typeof setTimeout>
    const wait = (): void => {
      const rest = due - mono()
      if (rest > 0) timer = setTimeout(wait, Math.ceil(rest))
      else call()
    }
    timer = setTimeout(wait, Math.ceil(ms))
    return () => clearTimeout(timer)
  },
}
