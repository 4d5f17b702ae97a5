import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { compileFunction } from 'node:vm'
import fc from 'fast-check'
import type { DataAndMoneyStream } from 'ilp-protocol-stream'
import { expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const path = createRequire(require.resolve('ilp-protocol-stream')).resolve('./stream')
const source = readFileSync(path, 'utf8')

/** What the connection calls; the library declares it for itself only. */
interface Inner extends DataAndMoneyStream {
  _pushIncomingData(data: Buffer, offset: number): void
  _remoteEnded(error?: Error): void
}
type StreamClass = new (options: object) => Inner

/** The library's own stream, made anew over this `Duplex`. */
const streamOver = (duplex: string): StreamClass => {
  const own = createRequire(path)
  const exports: { DataAndMoneyStream?: StreamClass } = {}
  const load = (name: string): unknown => {
    if (name === 'stream') return require(duplex)
    return name === 'ilp-logger' ? require('./ilp-logger.cjs') : own(name)
  }
  const run = compileFunction(source, ['require', 'exports']) as (...args: unknown[]) => void
  run(load, exports)
  return exports.DataAndMoneyStream!
}

const KINDS = {
  standIn: streamOver('./stream.cjs'),
  polyfill: streamOver('stream-browserify'),
}

const ACTIONS = {
  end: (stream: Inner) => stream.end(),
  destroy: (stream: Inner) => stream.destroy(),
  fail: (stream: Inner) => stream.destroy(new Error('failed')),
  'remote end': (stream: Inner) => stream._remoteEnded(),
  'remote failure': (stream: Inner) => stream._remoteEnded(new Error('remote')),
  'data in': (stream: Inner) =>
    stream._pushIncomingData(Buffer.alloc(5_000, 1), stream._getIncomingOffsets().max),
  'want to send': (stream: Inner) => stream.isOpen() && stream.setSendMax(5),
  'all sent': (stream: Inner) => stream.emit('outgoing_total_sent'),
}

type Action = keyof typeof ACTIONS

const EVENTS = ['end', 'close', 'error'] as const

/** Until all that was put off has happened. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve))
}

/** All that whoever holds the stream can see, group by group. Actions of one group come in the same turn. */
const watch = async (Stream: StreamClass, groups: readonly (readonly Action[])[]) => {
  const stream = new Stream({ id: 1, isServer: false, connectionId: 'test' })
  let events: string[] = []
  for (const event of EVENTS)
    stream.on(event, (error?: Error) => events.push(error ? `${event}: ${error.message}` : event))
  let loops = 0
  stream.on('_maybe_start_send_loop', () => loops++)
  const seen = []
  for (const group of groups) {
    for (const action of group) ACTIONS[action](stream)
    await settle()
    const { readableLength } = stream
    const offsets = stream._getIncomingOffsets()
    seen.push({ group, events, open: stream.isOpen(), readableLength, offsets, loops: loops > 0 })
    events = []
  }
  return seen
}

/** The polyfill puts off by ticks here, and ours by microtasks: together with promises they come in another order. */
const unordered = (seen: Awaited<ReturnType<typeof watch>>) =>
  seen.map((one) => ({ ...one, events: one.events.toSorted() }))

it.each([
  [[['end']]],
  [[['destroy']]],
  [[['fail']]],
  [[['fail', 'fail', 'end']]],
  [[['end', 'fail']]],
  [[['end'], ['fail'], ['fail']]],
  [[['remote end']]],
  [[['remote end', 'data in']]],
  [[['data in', 'data in', 'data in'], ['data in'], ['remote end']]],
  [[['want to send', 'end'], ['all sent']]],
] as [Action[][]][])('goes through %j as over the polyfill', async (groups) => {
  expect(await watch(KINDS.standIn, groups)).toEqual(await watch(KINDS.polyfill, groups))
})

it('goes through anything as over the polyfill', async () => {
  const action = fc.constantFrom(...(Object.keys(ACTIONS) as Action[]))
  const groups = fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(groups, async (some) => {
      const [ours, theirs] = [await watch(KINDS.standIn, some), await watch(KINDS.polyfill, some)]
      expect(unordered(ours)).toEqual(unordered(theirs))
    }),
    { numRuns: 100 },
  )
})
