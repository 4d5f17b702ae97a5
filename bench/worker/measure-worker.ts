import type { BareChromium } from '../../browsers/chromium/bare-chromium.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import type { Sample } from '../measures.ts'
import { ANSWERED_PORT, REFUSED_PORT } from './ports.ts'

/** A browser with one extension, and a page of it from which its worker is asked. */
export interface AskedWorker {
  readonly bare: BareChromium
  readonly page: string
}

const workerOf = async ({ bare }: AskedWorker) =>
  (await bare.list()).find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(`${bare.extensionOrigin}/`),
  )

const stopWorker = async (asked: AskedWorker): Promise<void> => {
  const running = await workerOf(asked)
  if (running) await asked.bare.close(running.id)
  await waitUntil(async () => ((await workerOf(asked)) ? null : true), {
    what: 'the worker to stop',
  })
}

/** Milliseconds in the asking page, from `connect` to the first word, or to the end where there is none. */
const ask = ({ bare, page }: AskedWorker, name: string): Promise<number> =>
  bare.evaluate<number>(
    page,
    `new Promise((resolve) => {
      const began = performance.now()
      const port = chrome.runtime.connect({ name: ${JSON.stringify(name)} })
      const end = () => resolve(performance.now() - began)
      port.onMessage.addListener(() => {
        end()
        port.disconnect()
      })
      port.onDisconnect.addListener(end)
      port.postMessage({ kind: 'watch', tabId: null })
    })`,
  )

/** Of a worker that runs, with nothing in it that could be let go. */
export const measureHeap = async (asked: AskedWorker): Promise<number> => {
  const worker = await waitUntil(async () => (await workerOf(asked)) ?? null, {
    what: 'the worker to run',
  })
  const [, , usage] = await asked.bare.talk(worker.id, [
    ['HeapProfiler.collectGarbage'],
    ['HeapProfiler.collectGarbage'],
    ['Runtime.getHeapUsage'],
  ])
  return (usage as { readonly usedSize: number }).usedSize / 1_024
}

/** A worker that was stopped is asked, as the next event of a browser would wake it. */
export const measureStart = async (asked: AskedWorker): Promise<Sample> => {
  await stopWorker(asked)
  const refused = await ask(asked, REFUSED_PORT)
  await stopWorker(asked)
  const answered = await ask(asked, ANSWERED_PORT)
  return { 'hung up': refused, answered, 'heap, KiB': await measureHeap(asked) }
}
