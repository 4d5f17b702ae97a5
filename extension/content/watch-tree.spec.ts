import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TreeWatch } from './watch-tree.ts'

/** As much of a document as is asked for here. Its prototype has what the page could hide on the object. */
class FakeDocument extends EventTarget {
  readyState = 'loading'
  get visibilityState(): string {
    return visible ? 'visible' : 'hidden'
  }
}

let visible: boolean
let document: FakeDocument
let tags: Element[]
/** When the document was looked at, in milliseconds since the start. */
let looks: number[]
let took: number
let tree: TreeWatch
let began: number

const begin = async (isTop = true): Promise<void> => {
  const window = {}
  vi.stubGlobal('window', Object.assign(window, { top: isTop ? window : {} }))
  // It takes the document's properties from the prototype when it is loaded.
  vi.resetModules()
  const { watchTree } = await import('./watch-tree.ts')
  began = performance.now()
  tree = watchTree(document as unknown as Document, {
    scan: () => {
      looks.push(Math.round(performance.now() - began))
      vi.advanceTimersByTime(took)
      return tags
    },
    isStale: () => false,
  })
  tree.look()
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Document', FakeDocument)
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
  visible = true
  document = new FakeDocument()
  tags = []
  looks = []
  took = 0
})
afterEach(() => {
  tree.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('asks a document whose tags have gone less and less often', async () => {
  await begin()
  vi.advanceTimersByTime(3_000)
  expect(looks).toEqual([0, 250, 750, 1_750, 2_750])
})

test('asks a frame once a second', async () => {
  await begin(false)
  vi.advanceTimersByTime(3_000)
  expect(looks).toEqual([0, 1_000, 2_000, 3_000])
})

test('looks at once when the document is read, and when it is told to', async () => {
  await begin()
  vi.advanceTimersByTime(1_100)
  document.dispatchEvent(new Event('DOMContentLoaded'))
  vi.advanceTimersByTime(300)
  tree.look()
  expect(looks).toEqual([0, 250, 750, 1_100, 1_350, 1_400])
  vi.advanceTimersByTime(250)
  expect(looks.at(-1)).toBe(1_650)
})

test('looks often at a document with tags, but for no more than a twentieth of the time', async () => {
  tags = [{} as Element]
  await begin()
  vi.advanceTimersByTime(210)
  expect(looks).toEqual([0, 100, 200])
  took = 10
  vi.advanceTimersByTime(90)
  looks = []
  vi.advanceTimersByTime(1_000)
  expect(looks).toEqual([510, 720, 930, 1_140, 1_350])
})

test('does not look at a document that nobody sees, nor after its end', async () => {
  await begin()
  visible = false
  vi.advanceTimersByTime(10_000)
  expect(looks).toEqual([0, 250])
  visible = true
  tree.look()
  tree.stop()
  vi.advanceTimersByTime(10_000)
  expect(looks).toEqual([0, 250, 10_000])
})
