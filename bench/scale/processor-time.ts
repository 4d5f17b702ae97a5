import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { BareChromium } from '../../browsers/chromium/bare-chromium.ts'

/** Milliseconds of the processor in a second. */
export interface ProcessorTime {
  /** All processes of the browser. */
  readonly browser: number
  /** The process that extensions run in; NaN where the system does not tell which one that is. */
  readonly extension: number
}

/** Linux tells with which words a process was started. */
const isOfExtensions = (id: number): Promise<boolean> =>
  readFile(`/proc/${id}/cmdline`, 'utf8').then(
    (words) => words.includes('--extension-process'),
    () => false,
  )

/** Of so many seconds in which nobody asks the browser anything. */
export const processorTime = async (
  bare: BareChromium,
  seconds: number,
): Promise<ProcessorTime> => {
  const before = new Map((await bare.processes()).map(({ id, cpuTime }) => [id, cpuTime]))
  await delay(seconds * 1_000)
  let [browser, extension] = [0, NaN]
  for (const { id, cpuTime } of await bare.processes()) {
    const worked = ((cpuTime - (before.get(id) ?? 0)) * 1_000) / seconds
    browser += worked
    if (await isOfExtensions(id)) extension = (Number.isNaN(extension) ? 0 : extension) + worked
  }
  return { browser, extension }
}
