import { contradictions, type EndBooks } from './end-books.ts'
import { FEWEST, judgeGrowth, judgeLevel, tooFew } from './judge-heap.ts'
import { warmUp } from './phase.ts'
import type { Sample } from './sample.ts'
import type { Verdict } from './verdict.ts'

/** Whether something stays behind: what is not collected yet is soon gone, so the least of a time is what there is. */
const doesNotGrow = (promise: string, values: readonly number[]): Verdict => {
  const half = Math.floor(values.length / 2)
  if (half < FEWEST) return tooFew(promise, half)
  const [before, then] = [Math.min(...values.slice(0, half)), Math.min(...values.slice(half))]
  const found = `${before} at least, then ${then}, ${half} samples each`
  return { promise, found, kept: then <= before }
}

const after = (minute: number, samples: readonly Sample[]): readonly Sample[] =>
  samples.filter((sample) => sample.minute >= minute)

const pointsOf = (samples: readonly Sample[], of: 'background' | 'page') =>
  samples.map((sample) => ({ minute: sample.minute, value: sample[of].objects }))

const judgeBackground = (samples: readonly Sample[], minutes: number): Verdict[] => {
  const life = samples.filter(({ phase }) => phase === 'life')
  const [first] = life
  const old = first ? after(first.minute + warmUp(minutes / 2), life) : []
  const heaps = (some: readonly Sample[]) => some.map(({ background }) => background.objects)
  const stops = samples.filter(({ phase }) => phase === 'stops')
  const early = stops.filter(({ minute }) => minute < minutes / 2)
  const late = stops.filter(({ minute }) => minute >= minutes / 2)
  return [
    judgeGrowth('the heap of a background that lives on is flat', pointsOf(old, 'background')),
    judgeLevel('after many stops it is as small as after few', heaps(early), heaps(late)),
  ]
}

/** One for its tags, one to vouch for its frames. */
const PORTS_OF_PAGE = 2

const judgePorts = (samples: readonly Sample[]): Verdict[] => {
  const all = samples.flatMap(({ background, pages }) =>
    background.ports === null ? [] : [{ ports: background.ports, pages }],
  )
  if (all.length === 0) return []
  return [
    {
      promise: 'it has two ports to each open page, at most',
      found: `${Math.max(...all.map(({ ports }) => ports))} at most in ${all.length} samples`,
      kept: all.every(({ ports, pages }) => ports <= PORTS_OF_PAGE * pages),
    },
  ]
}

const judgeSockets = (samples: readonly Sample[]): Verdict => ({
  promise: 'one socket is open at the connector',
  found: `${[...new Set(samples.map(({ sockets }) => sockets))].join(', ')} in ${samples.length} samples`,
  kept: samples.every(({ sockets }) => sockets === 1),
})

const judgeBooks = (end: EndBooks): Verdict => {
  const wrong = contradictions(end)
  const doubt = end.inDoubt === 0n ? 'none' : `${end.inDoubt}`
  return {
    promise: 'wallet, connector and receivers agree to the unit',
    found: [`${end.debit} owed, ${end.posted} spent, ${doubt} in doubt`, ...wrong].join('; '),
    kept: wrong.length === 0,
  }
}

/** What the run says of each promise. `end` is null where it did not come to its end. */
export const judge = (
  samples: readonly Sample[],
  minutes: number,
  end: EndBooks | null,
): Verdict[] => {
  const warm = after(warmUp(minutes), samples)
  return [
    ...judgeBackground(samples, minutes),
    judgeGrowth('the heap of a page that stays is flat', pointsOf(warm, 'page')),
    doesNotGrow(
      'its event listeners do not become more',
      // While frames are vouched for there is a port for it, which hears the page leave.
      warm.map(({ page }) => page.listeners - (page.ports ?? 0)),
    ),
    doesNotGrow(
      'nor do those of the background',
      warm.map(({ background }) => background.listeners),
    ),
    ...judgePorts(warm),
    judgeSockets(samples),
    ...(end ? [judgeBooks(end)] : []),
  ]
}
