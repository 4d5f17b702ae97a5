import { expect, test } from 'vitest'
import { dayStarts, hourStarts, spans } from './time-spans.ts'

const slot = (at: Date, received: bigint) => ({ startsAt: at.getTime(), received, packets: 1 })

test('hours and days begin by the clock on the wall', () => {
  const now = new Date(2026, 2, 1, 0, 40)
  const hours = hourStarts(now, 3)
  expect(hours).toEqual([
    new Date(2026, 1, 28, 22),
    new Date(2026, 1, 28, 23),
    new Date(2026, 2, 1, 0),
  ])
  expect(dayStarts(now, 2)).toEqual([new Date(2026, 1, 28), new Date(2026, 2, 1)])
})

test('what came in is in the span that it came in', () => {
  const [first, second] = [new Date(2026, 5, 1, 10), new Date(2026, 5, 1, 11)]
  const slots = [
    slot(new Date(2026, 5, 1, 9, 45), 1n),
    slot(first, 2n),
    slot(new Date(2026, 5, 1, 10, 45), 4n),
    slot(second, 8n),
  ]
  expect(spans([first, second], slots)).toEqual([
    { startsAt: first, units: 6n, packets: 2 },
    { startsAt: second, units: 8n, packets: 1 },
  ])
})
