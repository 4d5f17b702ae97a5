import { waitUntil } from '../../browsers/wait-until.ts'
import type { BareChromium } from '../../browsers/chromium/bare-chromium.ts'
import { processorTime } from './processor-time.ts'

/** What a browser does of its own when nothing is asked of it, at most: milliseconds of the processor in a second. */
const QUIET = 300

/** Until what was opened has come to rest. */
export const settleFor = async (bare: BareChromium): Promise<void> => {
  const rests = async () => ((await processorTime(bare, 2)).browser < QUIET ? true : null)
  await waitUntil(rests, { what: 'the browser to come to rest', timeoutMs: 120_000 })
}
