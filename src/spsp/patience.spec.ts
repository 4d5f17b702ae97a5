import { describe, expect, it } from 'vitest'
import { backoffMs } from '../connector/backoff.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import type { HttpFailure, HttpReply, HttpRequest } from '../ports/http-get.ts'
import { withPatience } from './patience.ts'

const HOUR = 3_600_000
const url = 'https://wallet.example/alice'
const request: HttpRequest = { url, accept: '', deadlineMs: 0, maxBytes: 0, wantsBody: () => true }
const down: HttpFailure = { kind: 'failure', why: 'unreachable' }
const reply = (status: number, retryAfter: string | null = null): HttpReply => ({
  kind: 'reply',
  status,
  url,
  contentType: '',
  serverTime: null,
  retryAfter,
  body: '',
})

/** `answer` may change; times at which the server was asked are written down. */
const createWorld = (answer: HttpReply | HttpFailure) => {
  const world = { now: 0, answer, askedAt: [] as number[] }
  const clock: Clock = {
    mono: () => world.now as MonoMs,
    wall: () => world.now as EpochMs,
    after: () => () => {},
  }
  const get = withPatience(() => {
    world.askedAt.push(world.now)
    return Promise.resolve(world.answer)
  }, clock)
  return { world, ask: () => get(request) }
}
const gaps = (times: readonly number[]) => times.slice(1).map((at, index) => at - times[index]!)

describe('a failing address', () => {
  it('is asked once in 30 s after five failures, however many tags ask without a pause', async () => {
    const { world, ask } = createWorld(down)
    for (; world.now < HOUR; world.now += 250) {
      for (let tag = 0; tag < 10; tag++) expect(await ask()).toBe(down)
    }
    expect(gaps(world.askedAt).slice(0, 4)).toEqual([750, 1_500, 3_000, 6_000])
    expect(Math.min(...gaps(world.askedAt).slice(4))).toBe(30_000)
    expect(world.askedAt.length).toBeLessThanOrEqual(5 + HOUR / 30_000)
  })

  it('is asked no later than one session’s own backoff would, until the fifth failure', async () => {
    const { world, ask } = createWorld(down)
    for (let failures = 1; failures <= 5; failures++) {
      await ask()
      world.now += backoffMs(failures, () => Uint8Array.of(255))
    }
    expect(world.askedAt).toHaveLength(5)
  })

  it('is forgiven with its first answer', async () => {
    const { world, ask } = createWorld(down)
    for (; world.askedAt.length < 6; world.now += 1_000) await ask()
    world.answer = reply(200)
    world.now += 30_000
    await ask()
    await ask()
    expect(world.askedAt).toHaveLength(8)
    world.answer = down
    await ask()
    world.now += 750
    await ask()
    expect(world.askedAt).toHaveLength(10)
  })

  it.each([
    [503, '120', 120_000],
    [429, new Date(90_000).toUTCString(), 90_000],
    [503, '315360000', HOUR],
    [500, '1e9', 750],
    [429, 'soon', 750],
    [503, '-5', 750],
    [503, '0', 750],
    [503, null, 750],
  ])('that says %d with Retry-After %j is left alone for %d ms', async (status, wish, ms) => {
    const { world, ask } = createWorld(reply(status, wish))
    await ask()
    world.now = ms - 1
    expect(await ask()).toBe(world.answer)
    expect(world.askedAt).toHaveLength(1)
    world.now = ms
    await ask()
    expect(world.askedAt).toHaveLength(2)
  })

  it('reads a date by the server’s own clock', async () => {
    const serverTime = 10 * HOUR
    const wish = new Date(serverTime + 5_000).toUTCString()
    const { world, ask } = createWorld({ ...reply(503, wish), serverTime })
    await ask()
    world.now = 5_000
    await ask()
    expect(world.askedAt).toEqual([0, 5_000])
  })
})

it.each([reply(200), reply(404, '120'), { kind: 'failure', why: 'too-large' } as const])(
  'asks again at once where the answer was %j',
  async (answer) => {
    const { world, ask } = createWorld(answer)
    await ask()
    await ask()
    expect(world.askedAt).toHaveLength(2)
  },
)

it('remembers 256 addresses, not what a page can name', async () => {
  const asked: string[] = []
  const clock = { mono: () => 0, wall: () => 0, after: () => () => {} } as unknown as Clock
  const get = withPatience(({ url }) => {
    asked.push(url)
    return Promise.resolve(down)
  }, clock)
  const ask = (index: number) => get({ ...request, url: `${url}/${index}` })
  for (let index = 0; index < 257; index++) await ask(index)
  await ask(256)
  expect(asked).toHaveLength(257)
  await ask(0)
  expect(asked).toHaveLength(258)
})
