import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

const require = createRequire(import.meta.url)
/** As whoever uses it finds it. */
const theirs = (name: string, of: string): unknown =>
  createRequire(require.resolve(of))(name) as unknown

interface Emitter {
  on(name: string, hear: (...args: unknown[]) => void): void
  once(name: string, hear: (...args: unknown[]) => void): void
  removeListener(name: string, hear: (...args: unknown[]) => void): void
  emit(name: string, ...args: unknown[]): void
}

/** All that ilp-plugin-btp does with it. */
const heardOf = (module: unknown): unknown[] => {
  const { EventEmitter2 } = module as { EventEmitter2: new () => Emitter }
  const emitter = new (class extends EventEmitter2 {})()
  const heard: unknown[] = []
  const gone = () => heard.push('gone')
  emitter.on('message', (...args) => heard.push(['first', ...args]))
  emitter.once('message', (...args) => heard.push(['once', ...args]))
  emitter.on('message', (...args) => heard.push(['last', ...args]))
  emitter.once('disconnect', gone)
  emitter.removeListener('disconnect', gone)
  emitter.removeListener('never', gone)
  emitter.once('__callback_1', () => {
    throw new Error('thrown')
  })
  emitter.emit('message', 1, 2)
  emitter.emit('message', 3)
  emitter.emit('disconnect')
  for (const name of ['__callback_1', '__callback_1', 'error'])
    try {
      emitter.emit(name, 1, new Error('none listens'))
    } catch (error) {
      heard.push([name, error instanceof Error])
    }
  return heard
}

it('emits as eventemitter2 does', () => {
  const heard = heardOf(require('./eventemitter2.cjs'))
  expect(heard).toEqual(heardOf(theirs('eventemitter2', 'ilp-plugin-btp')))
  expect(heard).toContainEqual(['once', 1, 2])
})

it('writes the one date as dateformat does, and no other', () => {
  type Format = (date: string | Date, mask: string) => string
  const mask = "UTC:yyyymmddHHMMss.l'Z'"
  const ours = require('./dateformat.cjs') as Format
  const dates = [new Date(0), '2026-01-31T23:59:59.007+02:00', new Date('2028-02-29T00:00:00Z')]
  for (const date of dates)
    expect(ours(date, mask)).toBe((theirs('dateformat', 'btp-packet') as Format)(date, mask))
  expect(() => ours(new Date(), 'yyyy')).toThrow()
})

it('makes names as uuid does, each another one', () => {
  const { v4 } = require('./uuid.cjs') as { v4: () => string }
  const { validate, version } = theirs('uuid', 'ilp-protocol-stream') as {
    validate: (name: string) => boolean
    version: (name: string) => number
  }
  expect(validate(v4()) && version(v4()) === 4).toBe(true)
  expect(v4()).not.toBe(v4())
})
