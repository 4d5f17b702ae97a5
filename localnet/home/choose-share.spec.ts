import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededDraw } from '../testing/seeded-draw.ts'
import { chooseShare } from './choose-share.ts'

test('each share is chosen by exactly as many of the numbers that can be drawn as its weight is', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(weights, (all) => {
      const shares = all.map((weight, index) => ({ weight, index }))
      const sum = all.reduce((a, b) => a + b)
      const chosen = all.map(() => 0)
      for (let drawn = 0; drawn < sum; drawn++) {
        const share = chooseShare(shares, (below) => (expect(below).toBe(sum), drawn))
        chosen[share.index]! += 1
      }
      expect(chosen).toEqual(all)
    }),
  )
})

test('in the long run each gets its part', () => {
  const shares = [{ weight: 1 }, { weight: 3 }, { weight: 96 }]
  const [draw, times] = [seededDraw(7), 100_000]
  const chosen = new Map(shares.map((share) => [share, 0]))
  for (let time = 0; time < times; time++) {
    const share = chooseShare(shares, draw)
    chosen.set(share, chosen.get(share)! + 1)
  }
  for (const [{ weight }, count] of chosen) {
    const part = weight / 100
    const deviation = Math.sqrt(times * part * (1 - part))
    expect(Math.abs(count - times * part)).toBeLessThan(4 * deviation)
  }
})

test('a source that draws too high is found out', () => {
  expect(() => chooseShare([{ weight: 2 }], (below) => below)).toThrow('drawn below')
})
