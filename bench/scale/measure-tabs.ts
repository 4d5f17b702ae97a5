import type { BareChromium } from '../../browsers/chromium/bare-chromium.ts'
import type { TestSite } from '../../tests/browser/kit/test-site.ts'
import { heapOf } from '../../tests/soak/browser/heap-snapshot.ts'
import { settleFor } from './settle-for.ts'
import { processorTime } from './processor-time.ts'

/** Of all open tabs. */
const MONETIZED = 0.15

export interface TabPages {
  readonly plain: string
  readonly monetized: string
}

const text = (n: number): string => `<p>${n}: some text that a page may have.</p>`
const BODY = Array.from({ length: 300 }, (_, n) => text(n)).join('')

export const serveTabs = (site: TestSite, pointer: string): TabPages => ({
  plain: site.page('/plain', `<!doctype html><title>Plain</title>${BODY}`),
  monetized: site.page(
    '/monetized',
    `<!doctype html><title>Monetized</title><link rel="monetization" href="${pointer}">${BODY}`,
  ),
})

const openUpTo = async (
  bare: BareChromium,
  pages: TabPages,
  from: number,
  to: number,
): Promise<void> => {
  for (let n = from; n < to; n++) {
    const isMonetized = Math.floor((n + 1) * MONETIZED) > Math.floor(n * MONETIZED)
    await bare.open(isMonetized ? pages.monetized : pages.plain)
    process.stderr.write(`\r${n + 1} of ${to} tabs`)
  }
  if (to > from) process.stderr.write('\n')
}

/**
 * With each of these numbers of tabs behind the one in front: a page with a tag, and then one without. `isPaying`: ours, not
 * the floor.
 */
export const measureTabs = async (
  bare: BareChromium,
  pages: TabPages,
  counts: readonly number[],
  seconds: number,
  add: (row: string, count: number, value: number) => void,
): Promise<void> => {
  let open = 0
  for (const count of counts) {
    await openUpTo(bare, pages, open, count)
    open = count
    for (const [what, url] of [
      ['a page with a tag in front', pages.monetized],
      ['a page without in front', pages.plain],
    ] as const) {
      const front = await bare.open(url)
      await settleFor(bare)
      const { browser, extension } = await processorTime(bare, seconds)
      add(`${what}: browser, ms a second`, count, browser)
      add(`${what}: extension’s process, ms a second`, count, extension)
      const worker = await bare.background()
      if (worker && url === pages.monetized) {
        const { objects } = await heapOf(bare, worker.id)
        add('background: heap, KiB', count, objects / 1_024)
      }
      await bare.close(front)
    }
  }
}
