import { setTimeout as delay } from 'node:timers/promises'
import { waitUntil } from '../../browsers/wait-until.ts'
import type { Wire } from '../browser/kit/wire.ts'
import { act } from './acts.ts'
import { readEndBooks, type EndBooks } from './end-books.ts'
import { phaseAt } from './phase.ts'
import type { Sample } from './sample.ts'
import type { SoakBooks } from './soak-books.ts'
import { settleStage, type Stage } from './stage.ts'
import { trouble, type Troubles } from './trouble.ts'

/** Between two acts: somewhere in the rhythm of payments, which is a second. */
const SOMEWHERE_MS = 1_200
/** So many payments old is each background, at least, when it is measured. */
const PAYMENTS = 3

export interface Soak {
  readonly stage: Stage
  readonly wire: Wire
  readonly books: SoakBooks
  readonly minutes: number
  readonly onSample: (sample: Sample, troubles: Troubles) => void
}

/** Some acts at changing moments, and among them what befalls the wallet, if anything does. */
const playRound = async (
  { stage, wire, books }: Soak,
  troubles: Troubles,
  isTroubled: boolean,
): Promise<void> => {
  const { chance } = stage
  const acts = chance.between(3, 6)
  const troubled = isTroubled ? chance.between(1, acts) : 0
  for (let n = 1; n <= acts; n++) {
    await act(stage)
    await delay(chance.between(0, SOMEWHERE_MS))
    if (n === troubled) await trouble(stage, wire, books, troubles)
  }
  // A socket that was cut is opened again in its time.
  await settleStage(stage, PAYMENTS)
}

const measure = async ({ stage, wire, books }: Soak) => ({
  paid: await books.debit(),
  page: await stage.browser.pageHeap(stage.steady),
  background: await stage.browser.backgroundHeap(),
  pages: 1 + stage.others.length,
  sockets: wire.connections,
})

/** Plays round after round for so many minutes, and closes the books. */
export const runSoak = async (soak: Soak): Promise<EndBooks> => {
  const { minutes, stage, books, onSample } = soak
  const troubles: Troubles = { stops: 0, cuts: 0, restarts: 0 }
  const began = performance.now()
  const passed = (): number => (performance.now() - began) / 60_000
  await settleStage(stage, PAYMENTS)
  while (passed() < minutes) {
    const phase = phaseAt(passed(), minutes)
    await playRound(soak, troubles, phase === 'stops')
    const { stops, cuts } = troubles
    onSample({ minute: passed(), phase, ...(await measure(soak)), stops, cuts }, troubles)
  }
  const paid = await books.debit()
  await waitUntil(async () => ((await books.debit()) > paid ? true : null), {
    what: 'payments to go on at the end',
  })
  return readEndBooks(stage, books)
}
