import { serializeIlpPrepare } from 'ilp-packet'
import { expect, it } from 'vitest'
import { createMultiplexer } from './multiplexer.ts'

let counter = 0
const random = (length: number) => new Uint8Array(length).fill(++counter)

const prepareFor = (destination: string) =>
  serializeIlpPrepare({
    amount: '0',
    destination,
    executionCondition: Buffer.alloc(32),
    expiresAt: new Date(1e12),
    data: Buffer.alloc(0),
  })

it('routes each prepare to its branch, and is silent for all others', async () => {
  const multiplexer = createMultiplexer(random)
  const one = multiplexer.open(() => Promise.resolve(Uint8Array.of(1)))
  const two = multiplexer.open(() => Promise.resolve(Uint8Array.of(2)))
  expect(one.name).not.toBe(two.name)
  expect(await multiplexer.receive(prepareFor(`g.me.${two.name}`))).toEqual(Uint8Array.of(2))
  expect(await multiplexer.receive(prepareFor(`g.me.${one.name}.more`))).toEqual(Uint8Array.of(1))
  expect(await multiplexer.receive(prepareFor('g.me.other'))).toBeNull()
  expect(await multiplexer.receive(Uint8Array.of(1, 2, 3))).toBeNull()
  one.close()
  expect(await multiplexer.receive(prepareFor(`g.me.${one.name}`))).toBeNull()
})

it('stops answering a receiver that sends without end', async () => {
  const multiplexer = createMultiplexer(random)
  let answered = 0
  const branch = multiplexer.open(() => Promise.resolve(Uint8Array.of(++answered)))
  for (let i = 0; i < 500; i++) await multiplexer.receive(prepareFor(`g.me.${branch.name}`))
  expect(answered).toBe(200)
})
