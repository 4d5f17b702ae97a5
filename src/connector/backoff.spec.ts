import { expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'

const low = () => Uint8Array.of(0)
const high = () => Uint8Array.of(255)

it('doubles from one second to one minute, shortened by up to a quarter', () => {
  const full = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((n) => backoffMs(n, low))
  expect(full).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000])
  expect(backoffMs(1, high)).toBe(750)
  expect(backoffMs(9, high)).toBe(45000)
})
