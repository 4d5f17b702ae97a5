import { expect, it } from 'vitest'
import type { HttpReply, HttpRequest } from '../ports/http-get.ts'
import { queueQueries } from './query-queue.ts'

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

/** A network that answers when it is told to. */
const createNetwork = () => {
  const open: { url: string; answer: () => void }[] = []
  const asked: string[] = []
  const get = queueQueries(({ url }) => {
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
  })
  return { open, asked, get }
}

it('asks one origin once at a time, and eight origins at most, for any number of tabs', async () => {
  const { open, asked, get } = createNetwork()
  const answers = Array.from({ length: 1_000 }, (_, tab) =>
    get(request(`https://wallet${tab % 20}.example/${tab}`), always),
  )
  let most = 0
  while (open.length > 0) {
    most = Math.max(most, open.length)
    expect(new Set(open.map(({ url }) => new URL(url).origin)).size).toBe(open.length)
    open[asked.length % open.length]?.answer()
    await settle()
  }
  expect(most).toBe(8)
  expect(asked).toHaveLength(1_000)
  expect((await Promise.all(answers)).every(({ kind }) => kind === 'reply')).toBe(true)
})

it('is fair: no query overtakes an older one of its own origin, or of one that is free', async () => {
  const { open, asked, get } = createNetwork()
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
