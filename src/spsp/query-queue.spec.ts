import { expect, it } from 'vitest'
import type { Clock, MonoMs } from '../ports/clock.ts'
import type { HttpReply, HttpRequest } from '../ports/http-get.ts'
import { queueQueries, type QueuedGet } from './query-queue.ts'

const request = (url: string): HttpRequest => ({
  url,
  accept: '',
  deadlineMs: 0,
  maxBytes: 0,
  wantsBody: () => true,
})
const reply = (url: string): HttpReply => ({
  kind: 'reply',
  status: 200,
  url,
  contentType: '',
  serverTime: null,
  retryAfter: null,
  body: '',
})
const settle = () => new Promise((resolve) => setImmediate(resolve))
const always = () => true

/** A network that answers when it is told to, and a time that passes when it is told to. */
const createNetwork = () => {
  const open: { url: string; answer: () => void }[] = []
  const asked: string[] = []
  const time = { now: 0 }
  const timers = new Map<() => void, number>()
  const clock = {
    mono: () => time.now as MonoMs,
    after: (ms: number, call: () => void) => {
      timers.set(call, time.now + ms)
      return () => timers.delete(call)
    },
  } as unknown as Clock
  const tabs = queueQueries(({ url }) => {
    asked.push(url)
    return new Promise((resolve) => {
      const one = {
        url,
        answer: () => {
          open.splice(open.indexOf(one), 1)
          resolve(reply(url))
        },
      }
      open.push(one)
    })
  }, clock)
  const answerAll = async (): Promise<void> => {
    for (; open.length > 0; await settle()) for (const one of [...open]) one.answer()
  }
  /** Answers at once whatever is asked meanwhile. */
  const pass = async (ms: number): Promise<void> => {
    for (const end = time.now + ms; time.now < end; time.now += 25) {
      for (const [call, at] of timers) if (at <= time.now && timers.delete(call)) call()
      await answerAll()
    }
  }
  const get: QueuedGet = (request, wanted) => tabs(1)(request, wanted)
  return { open, asked, tabs, get, answerAll, pass }
}

it('asks one origin once at a time, and eight origins at most, for any number of tabs', async () => {
  const { open, asked, tabs, pass } = createNetwork()
  const answers = Array.from({ length: 1_000 }, (_, tab) =>
    tabs(tab)(request(`https://wallet${tab % 20}.example/${tab}`), always),
  )
  let most = 0
  while (open.length > 0) {
    most = Math.max(most, open.length)
    expect(new Set(open.map(({ url }) => new URL(url).origin)).size).toBe(open.length)
    open[asked.length % open.length]?.answer()
    await settle()
  }
  expect(most).toBe(8)
  // At once; the others eight in a second.
  expect(asked).toHaveLength(512)
  await pass(50_025)
  expect(asked).toHaveLength(512 + 8 * 50)
  await pass(11_000)
  expect(asked).toHaveLength(1_000)
  expect((await Promise.all(answers)).every(({ kind }) => kind === 'reply')).toBe(true)
})

it('is fair: no query overtakes an older one of its own origin, or of one that is free', async () => {
  const { open, asked, tabs } = createNetwork()
  let tab = 0
  const get: QueuedGet = (request, wanted) => tabs(tab++)(request, wanted)
  const slow = Array.from({ length: 8 }, (_, index) => `https://slow${index}.example/`)
  for (const url of slow) void get(request(url), always)
  void get(request('https://slow0.example/again'), always)
  void get(request('https://good.example/1'), always)
  void get(request('https://good.example/2'), always)
  expect(asked).toEqual(slow)
  open[3]?.answer()
  await settle()
  expect(asked.at(-1)).toBe('https://good.example/1')
  open[0]?.answer()
  await settle()
  expect(asked.at(-1)).toBe('https://slow0.example/again')
  open.find(({ url }) => url.includes('good'))?.answer()
  await settle()
  expect(asked.at(-1)).toBe('https://good.example/2')
})

it('asks nothing for a tag that is gone, hidden or switched off when its turn comes', async () => {
  const { open, asked, get } = createNetwork()
  let wanted = true
  void get(request('https://wallet.example/a'), always)
  const late = get(request('https://wallet.example/b'), () => wanted)
  const last = get(request('https://wallet.example/c'), always)
  wanted = false
  open[0]?.answer()
  expect((await late).kind).toBe('failure')
  await settle()
  open[0]?.answer()
  expect((await last).kind).toBe('reply')
  expect(asked).toEqual(['https://wallet.example/a', 'https://wallet.example/c'])
})

it('keeps two places for other tabs, whatever one tab asks for', async () => {
  const { open, asked, tabs, get } = createNetwork()
  for (let n = 0; n < 20; n++) void get(request(`https://silent${n}.example/`), always)
  expect(open).toHaveLength(6)
  void tabs(2)(request('https://good.example/'), always)
  expect(asked.at(-1)).toBe('https://good.example/')
  expect(open).toHaveLength(7)
  open[0]?.answer()
  await settle()
  expect(open).toHaveLength(7)
})

it('asks for a page that makes up addresses 64 times, and then once a second', async () => {
  const { asked, tabs, get, pass, answerAll } = createNetwork()
  let made = 0
  const seconds = 10
  for (let burst = 0; burst < seconds * 10; burst++) {
    // As tags that are replaced ten times a second: nobody waits any more for what was asked before.
    const mine = burst
    const addresses = Array.from({ length: 32 }, () => `https://made-up${made++}.example/`)
    for (const url of addresses) void get(request(url), () => mine === burst)
    await answerAll()
    await pass(100)
  }
  expect(made).toBe(3_200)
  expect(asked).toHaveLength(64 + seconds - 1)
  void tabs(2)(request('https://good.example/'), always)
  expect(asked.at(-1)).toBe('https://good.example/')
})

it('lets a tab rest until it may ask for a whole page again', async () => {
  const { asked, get, pass } = createNetwork()
  const page = (name: string) => {
    for (let n = 0; n < 64; n++) void get(request(`https://${name}${n}.example/`), always)
  }
  page('first')
  await pass(1_000)
  expect(asked).toHaveLength(64)
  await pass(64_000)
  page('second')
  await pass(25)
  expect(asked).toHaveLength(128)
})

it('gives an answer that nobody wants any more to whoever waits to ask the same', async () => {
  const { open, asked, get } = createNetwork()
  const url = 'https://wallet.example/alice'
  let configuration = 0
  const toggle = () => {
    const mine = ++configuration
    return get(request(url), () => mine === configuration)
  }
  const answers = Array.from({ length: 100 }, toggle)
  expect(asked).toEqual([url])
  open[0]?.answer()
  expect((await answers.at(-1))?.kind).toBe('reply')
  expect((await answers[50])?.kind).toBe('failure')
  expect(asked).toEqual([url])
  // A secret is never used twice: who comes later asks for one of its own.
  const wanted = [get(request(url), always), get(request(url), always)]
  open[0]?.answer()
  await wanted[0]
  expect(asked).toHaveLength(3)
  open[0]?.answer()
  expect((await wanted[1])?.kind).toBe('reply')
})

it('takes a network that throws for one that cannot be reached, and asks on', async () => {
  const asked: string[] = []
  const clock = { mono: () => 0, after: () => () => {} } as unknown as Clock
  const tabs = queueQueries((request) => {
    asked.push(request.url)
    if (request.url.endsWith('throws')) throw new Error('broken')
    return Promise.reject(new Error('broken'))
  }, clock)
  const urls = ['https://wallet.example/throws', 'https://wallet.example/rejects']
  const answers = urls.map((url) => tabs(1)(request(url), always))
  const unreachable = { kind: 'failure', why: 'unreachable' }
  expect(await Promise.all(answers)).toEqual([unreachable, unreachable])
  expect(asked).toEqual(urls)
})
