import { describe, expect, it } from 'vitest'
import { median, slopeOf } from './theil-sen.ts'

describe('median', () => {
  it('is the middle one, or between the two in the middle', () => {
    expect(median([9, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 9])).toBe(3)
    expect(median([])).toBeNaN()
  })
})

describe('slopeOf', () => {
  const line = (slope: number) =>
    Array.from({ length: 20 }, (_, minute) => ({ minute, value: 100 + slope * minute }))

  it('finds what every minute adds', () => {
    expect(slopeOf(line(0))).toBe(0)
    expect(slopeOf(line(3))).toBe(3)
  })

  it('is not tilted by a few that are far off', () => {
    const points = line(1).map((point) =>
      point.minute >= 17 ? { ...point, value: point.value + 1_000 } : point,
    )
    expect(slopeOf(points)).toBeLessThan(2)
  })
})
