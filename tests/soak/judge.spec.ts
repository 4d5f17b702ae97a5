import { describe, expect, it } from 'vitest'
import type { HeapFigures } from './browser/soak-browser.ts'
import { judge } from './judge.ts'
import { phaseAt } from './phase.ts'
import type { Sample } from './sample.ts'

const MINUTES = 20
const heap = (objects: number): HeapFigures => ({
  objects,
  compiled: null,
  records: null,
  listeners: 6,
  ports: 2,
  sockets: 1,
})

/** A round every quarter of a minute; heaps go up and down by a hundredth. */
const soak = (change: (sample: Sample) => Partial<Sample> = () => ({})): Sample[] =>
  Array.from({ length: 4 * MINUTES }, (_, n) => {
    const minute = n / 4
    const sample = {
      minute,
      phase: phaseAt(minute, MINUTES),
      paid: 0n,
      pages: 5,
      background: heap(1_000 + (n % 3) * 10),
      page: heap(1_000 + (n % 2) * 10),
      sockets: 1,
      stops: 0,
      cuts: 0,
    }
    return { ...sample, ...change(sample) }
  })

const END = {
  debit: 7n,
  posted: 7n,
  inDoubt: 0n,
  arrived: { 'USD/9': { wallet: 7n, receivers: 7n } },
}
const broken = (samples: readonly Sample[], end = END): string[] =>
  judge(samples, MINUTES, end).flatMap(({ promise, kept }) => (kept === true ? [] : [promise]))

describe('judge', () => {
  it('finds nothing where all stays as it is', () => {
    expect(broken(soak())).toEqual([])
  })

  it.each<[string, (sample: Sample) => Partial<Sample>, string]>([
    [
      'a background that keeps more the longer it lives',
      ({ phase, minute }) => (phase === 'life' ? { background: heap(1_000 + minute * 8) } : {}),
      'the heap of a background that lives on is flat',
    ],
    [
      'what each background finds more of',
      ({ phase, minute }) =>
        phase === 'stops' && minute > MINUTES / 2 ? { background: heap(1_100) } : {},
      'after many stops it is as small as after few',
    ],
    [
      'a page that keeps more with each tag',
      ({ minute }) => ({ page: heap(1_000 + minute * 4) }),
      'the heap of a page that stays is flat',
    ],
    [
      'a listener left behind now and then',
      ({ minute, page }) => ({ page: { ...page, listeners: 6 + Math.floor(minute / 5) } }),
      'its event listeners do not become more',
    ],
    [
      'ports of pages that are gone',
      ({ minute, background }) => ({ background: { ...background, ports: Math.ceil(minute) } }),
      'it has two ports to each open page, at most',
    ],
    [
      'a second socket',
      ({ minute }) => ({ sockets: minute === 7 ? 2 : 1 }),
      'one socket is open at the connector',
    ],
  ])('finds %s', (_, change, promise) => {
    expect(broken(soak(change))).toEqual([promise])
  })

  it('finds a unit that nobody knows of, but none that may be in doubt', () => {
    const books = ['wallet, connector and receivers agree to the unit']
    expect(broken(soak(), { ...END, debit: 8n })).toEqual(books)
    expect(broken(soak(), { ...END, debit: 8n, inDoubt: 1n })).toEqual([])
    const arrived = { 'USD/9': { wallet: 7n, receivers: 6n } }
    expect(broken(soak(), { ...END, arrived })).toEqual(books)
  })

  it('tells nothing of heaps by a few samples', () => {
    const few = judge(soak().slice(0, 5), MINUTES, END).filter(({ kept }) => kept === null)
    expect(few).toHaveLength(5)
  })
})
