import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Runtime } from 'webextension-polyfill'
import type { DocumentFacts, FromPage, TagNews } from '../messages/page-port.ts'
import { BackgroundLine } from './background-line.ts'

interface FakePort {
  said: FromPage[]
  closed: boolean
  /** What the other end does. */
  drop(): void
  tell(news: TagNews): void
}

let ports: FakePort[]
let calls: string[]
let facts: { visible: boolean; tags: DocumentFacts['tags'] }
let runtime: { id: string | undefined; connect: () => unknown }
let line: BackgroundLine
const tag = { id: 'e1b5', kind: 'link', address: 'https://wallet.example/' } as const

beforeEach(() => {
  vi.useFakeTimers()
  ports = []
  calls = []
  facts = { visible: true, tags: [tag] }
  runtime = {
    id: 'tributary',
    connect: () => {
      const gone: (() => void)[] = []
      const ears: ((news: TagNews) => void)[] = []
      const port = {
        said: [],
        closed: false,
        drop: () => gone.forEach((tell) => tell()),
        tell: (news: TagNews) => ears.forEach((hear) => hear(news)),
      }
      ports.push(port)
      return {
        postMessage: (message: FromPage) => (port.said as FromPage[]).push(message),
        disconnect: () => (port.closed = true),
        onMessage: { addListener: (hear: (news: TagNews) => void) => ears.push(hear) },
        onDisconnect: { addListener: (tell: () => void) => gone.push(tell) },
      }
    },
  }
  line = new BackgroundLine(
    { runtime: runtime as unknown as Runtime.Static },
    {
      facts: () => ({ kind: 'facts', ...facts }),
      hear: () => calls.push('hear'),
      onLost: () => calls.push('lost'),
      onOrphaned: () => calls.push('orphaned'),
    },
  )
})
afterEach(() => vi.useRealTimers())

const said = () => ports.flatMap((port) => port.said)

test('does not open for a document without tags', () => {
  facts.tags = []
  line.reportSoon()
  line.reportVisibility()
  vi.advanceTimersByTime(60_000)
  expect(ports).toEqual([])
})

test('does not open before the document was visible, and opens as soon as it is', () => {
  facts.visible = false
  line.reportSoon()
  expect(ports).toEqual([])
  facts.visible = true
  line.reportVisibility()
  expect(said()).toEqual([{ kind: 'facts', visible: true, tags: [tag] }])
})

test('says the first three at once, and then a burst of changes once each 100 ms', () => {
  for (let i = 0; i < 1000; i++) line.reportSoon()
  expect(said()).toHaveLength(3)
  vi.advanceTimersByTime(99)
  expect(said()).toHaveLength(3)
  vi.advanceTimersByTime(1)
  expect(said()).toHaveLength(4)
  for (let ms = 0; ms < 1_000; ms++) {
    line.reportSoon()
    vi.advanceTimersByTime(1)
  }
  expect(said()).toHaveLength(14)
  vi.advanceTimersByTime(350)
  for (let i = 0; i < 1000; i++) line.reportSoon()
  expect(said()).toHaveLength(17)
})

test('says at once that it is hidden, and only once', () => {
  line.reportSoon()
  facts.visible = false
  line.reportVisibility()
  line.reportVisibility()
  expect(said()).toMatchObject([{ visible: true }, { visible: false }])
})

test('beats while visible with tags, and not when hidden', () => {
  line.reportSoon()
  vi.advanceTimersByTime(31_000)
  expect(said().slice(1)).toEqual([{ kind: 'beat' }, { kind: 'beat' }])
  facts.visible = false
  line.reportVisibility()
  vi.advanceTimersByTime(60_000)
  expect(said()).toHaveLength(4)
})

test('calls again when the background hung up, later each time', () => {
  line.reportSoon()
  for (const pause of [0, 200, 1000, 5000, 5000]) {
    const count = ports.length
    ports.at(-1)?.drop()
    vi.advanceTimersByTime(Math.max(0, pause - 1))
    expect(ports).toHaveLength(pause === 0 ? count + 1 : count)
    vi.advanceTimersByTime(1)
    expect(ports).toHaveLength(count + 1)
  }
  expect(said().every((message) => message.kind === 'facts' && message.tags[0] === tag)).toBe(true)
  expect(calls).toEqual(Array(5).fill('lost'))
})

test('a line that held for long is called again at once', () => {
  line.reportSoon()
  for (let i = 0; i < 5; i++) {
    vi.advanceTimersByTime(20_000)
    ports.at(-1)?.drop()
    vi.advanceTimersByTime(0)
  }
  expect(ports).toHaveLength(6)
})

test('a line over which something was paid is called again at once', () => {
  line.reportSoon()
  const paid = { kind: 'paid', tag: tag.id, url: tag.address, amount: '5' } as const
  for (let i = 0; i < 5; i++) {
    ports.at(-1)?.tell({ ...paid, assetCode: 'USD', assetScale: 9 })
    ports.at(-1)?.drop()
    vi.advanceTimersByTime(0)
  }
  expect(ports).toHaveLength(6)
})

test('does not call again for a hidden document until it is visible', () => {
  line.reportSoon()
  facts.visible = false
  line.reportVisibility()
  ports[0]?.drop()
  vi.advanceTimersByTime(60_000)
  expect(ports).toHaveLength(1)
  facts.visible = true
  line.reportVisibility()
  expect(ports).toHaveLength(2)
})

test('gives up for good when the extension is gone', () => {
  line.reportSoon()
  runtime.id = undefined
  ports[0]?.drop()
  vi.advanceTimersByTime(60_000)
  expect(ports).toHaveLength(1)
  expect(calls).toEqual(['lost', 'orphaned'])
})

test('gives up for good when connecting throws', () => {
  runtime.connect = () => {
    throw new Error('Extension context invalidated.')
  }
  line.reportSoon()
  expect(calls).toEqual(['orphaned'])
})

test('hanging up forgets what was due', () => {
  for (let i = 0; i < 4; i++) line.reportSoon()
  line.hangUp()
  vi.advanceTimersByTime(60_000)
  expect(said()).toHaveLength(3)
  expect(ports[0]?.closed).toBe(true)
})
