import { expect, it } from 'vitest'
import type { Glance, TabGlance } from '../../src/wallet/glance.ts'
import { createIconPainter } from './paint-icon.ts'
import { CALM_GLANCE } from './testing/calm-glance.ts'

const page = (documents: string, ...states: ('paying' | 'waiting')[]): TabGlance => ({
  documents,
  site: 'https://a.example',
  tags: states.map((state) => ({ state, reason: state === 'paying' ? null : 'hidden' })),
})

const start = () => {
  let glance: Glance = CALM_GLANCE
  const painted: string[] = []
  const timers: (() => void)[] = []
  const gone = new Set<number | null>()
  const painter = createIconPainter(
    () => Promise.resolve(glance),
    (tab, { state }) => {
      if (gone.has(tab)) return Promise.reject(new Error('No tab with that id'))
      painted.push(`${tab} ${state}`)
      return Promise.resolve()
    },
    (call) => timers.push(call),
  )
  return {
    painter,
    timers,
    gone,
    /** What is painted when this is true and some time has passed. */
    see: async (change: Partial<Glance>, tabs: readonly [number, TabGlance][] = []) => {
      glance = { ...glance, ...change, tabs: new Map(tabs) }
      painter.changed()
      for (const call of timers.splice(0)) call()
      await new Promise(setImmediate)
      return painted.splice(0)
    },
  }
}

it('tells the browser what is different, and nothing twice', async () => {
  const { see } = start()
  expect(await see({})).toEqual(['null nothing'])
  expect(await see({}, [[1, page('a', 'waiting')]])).toEqual(['1 paused'])
  expect(await see({}, [[1, page('a', 'paying')]])).toEqual(['1 paying'])
  expect(await see({}, [[1, page('a', 'paying', 'paying')]])).toEqual([])
  expect(await see({ payments: false }, [[1, page('a', 'waiting')]])).toEqual(['null off', '1 off'])
})

it('tells it again where the page is another one, and takes back what a page without tags shows', async () => {
  const { see } = start()
  await see({}, [[1, page('a', 'paying')]])
  expect(await see({}, [[1, page('b', 'paying')]])).toEqual(['1 paying'])
  expect(await see({})).toEqual(['1 nothing'])
  expect(await see({})).toEqual([])
  expect(await see({ payments: false })).toEqual(['null off', '1 off'])
})

it('tells the end of a pause again where it is another one', async () => {
  const { see } = start()
  expect(await see({ pausedUntil: 5 })).toEqual(['null paused'])
  expect(await see({ pausedUntil: 6 })).toEqual(['null paused'])
})

it('forgets tabs that are gone', async () => {
  const { see, gone } = start()
  await see({}, [[1, page('a', 'paying')]])
  gone.add(1)
  expect(await see({})).toEqual([])
  gone.delete(1)
  expect(await see({ payments: false })).toEqual(['null off'])
})

it('looks once at what changes often', async () => {
  const { painter, timers, see } = start()
  for (let change = 0; change < 1_000; change++) painter.changed()
  expect(timers).toHaveLength(1)
  expect(await see({})).toEqual(['null nothing'])
})
