import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** As much of a document as is asked for here. Its prototype has what the page could hide on the object. */
class FakeDocument {
  get URL(): string {
    return url
  }
  get contentType(): string {
    return 'text/html'
  }
  get readyState(): string {
    return loaded ? 'complete' : 'loading'
  }
  get hidden(): boolean {
    return !visible
  }
  get visibilityState(): string {
    return visible ? 'visible' : 'hidden'
  }
  querySelector(): object | null {
    looks.push(Math.round(performance.now() - began))
    return tagged ? {} : null
  }
}

let window: EventTarget & { top?: unknown; length: number }
let url: string
let loaded: boolean
let visible: boolean
let tagged: boolean
/** When the document was asked for a tag, and what came of it, in milliseconds since the start. */
let looks: number[]
let told: string[]
let began: number

const begin = async (isTop = true): Promise<void> => {
  window = Object.assign(new EventTarget(), { length: 0 })
  window.top = isTop ? window : {}
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', new FakeDocument())
  // It takes the document's properties from the prototype when it is loaded.
  vi.resetModules()
  const { standBy } = await import('./stand-by.ts')
  began = performance.now()
  const tell = (what: string) => () => told.push(`${what} ${Math.round(performance.now() - began)}`)
  standBy({ onTag: tell('tag'), onFrames: tell('frames') })
}
const load = (): void => {
  loaded = true
  window.dispatchEvent(new Event('pageshow'))
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Document', FakeDocument)
  url = 'https://a.example/'
  loaded = false
  visible = true
  tagged = false
  looks = []
  told = []
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('asks while the document is on its way, when it has come, and then less and less often', async () => {
  await begin()
  vi.advanceTimersByTime(600)
  load()
  vi.advanceTimersByTime(3_900)
  expect(looks).toEqual([250, 500, 600, 850, 1_350, 2_350, 3_350, 4_350])
})

test('asks a frame once a second', async () => {
  await begin(false)
  vi.advanceTimersByTime(3_000)
  expect(looks).toEqual([1_000, 2_000, 3_000])
})

test('ends with the first tag', async () => {
  await begin()
  vi.advanceTimersByTime(300)
  tagged = true
  load()
  load()
  vi.advanceTimersByTime(10_000)
  expect(looks).toEqual([250, 300])
  expect(told).toEqual(['tag 300'])
})

test('tells of frames once, as soon as it is seen that there are any', async () => {
  await begin()
  vi.advanceTimersByTime(300)
  window.length = 1
  vi.advanceTimersByTime(2_000)
  expect(told).toEqual(['frames 500'])
})

test('takes a document that stays for one that may have frames in shadow trees', async () => {
  await begin()
  vi.advanceTimersByTime(5_000)
  expect(told).toEqual([])
  load()
  vi.advanceTimersByTime(5_000)
  expect(told).toEqual(['frames 6750'])
})

test('asks nothing of a document that nobody sees, and at once when it is shown', async () => {
  visible = false
  await begin()
  vi.advanceTimersByTime(10_000)
  expect(looks).toEqual([])
  visible = true
  window.dispatchEvent(new Event('visibilitychange'))
  vi.advanceTimersByTime(300)
  visible = false
  window.dispatchEvent(new Event('visibilitychange'))
  vi.advanceTimersByTime(10_000)
  expect(looks).toEqual([10_000, 10_250])
})

test.each(['data:text/html,', 'blob:https://a.example/1', 'about:blank'])(
  'leaves %s alone',
  async (place) => {
    url = place
    await begin()
    load()
    vi.advanceTimersByTime(10_000)
    tagged = true
    window.dispatchEvent(new Event('pageshow'))
    vi.advanceTimersByTime(10_000)
    expect(looks).toEqual([0, 250, 750, 1_750])
    expect(told).toEqual([])
  },
)

test('leaves a document alone whose tag is in a place that is not paid', async () => {
  url = 'data:text/html,'
  tagged = true
  await begin()
  vi.advanceTimersByTime(10_000)
  expect(looks).toEqual([250])
  expect(told).toEqual([])
})

test('asks a frame that shows what its parent wrote', async () => {
  url = 'about:srcdoc'
  await begin(false)
  vi.advanceTimersByTime(1_000)
  expect(looks).toEqual([1_000])
})
