import { afterEach, describe, expect, it, vi } from 'vitest'
import { FRAME_CALL } from '../messages/frame-port.ts'
import type { ExtensionApi } from './background-line.ts'
import type { PagePolicies } from './page-policies.ts'
import { vouchForFrames } from './vouch-for-frames.ts'

/** Listeners that a window has now, by type. */
const countingWindow = () => {
  const counts = new Map<string, Set<unknown>>()
  const of = (type: string) => {
    const set = counts.get(type) ?? new Set()
    counts.set(type, set)
    return set
  }
  return {
    count: (type: string) => of(type).size,
    addEventListener: (type: string, listener: unknown) => void of(type).add(listener),
    removeEventListener: (type: string, listener: unknown) => void of(type).delete(listener),
  }
}

afterEach(() => vi.unstubAllGlobals())

describe('vouchForFrames', () => {
  it('leaves no listener behind, however often the background is stopped', () => {
    const window = countingWindow()
    vi.stubGlobal('window', window)
    const calls: ((message: unknown) => void)[] = []
    const hangUps: (() => void)[] = []
    const runtime = {
      onMessage: { addListener: (hear: (message: unknown) => void) => calls.push(hear) },
      connect: () => ({
        onMessage: { addListener: () => {} },
        onDisconnect: { addListener: (hear: () => void) => hangUps.push(hear) },
      }),
    }
    vouchForFrames({ runtime } as unknown as ExtensionApi, {} as PagePolicies).answer()
    for (let stop = 0; stop < 3; stop++) {
      calls[0]?.(FRAME_CALL)
      expect(window.count('pagehide')).toBe(1)
      hangUps[stop]?.()
      expect(window.count('pagehide')).toBe(0)
    }
  })
})
