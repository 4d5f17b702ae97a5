import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { BrowserKind } from '../../browsers/browser-kind.ts'
import type { Tab } from '../../browsers/driver.ts'
import { launchBrowser } from '../../browsers/launch-browser.ts'
import { browserKinds } from '../browser-kinds.ts'
import { quantile } from '../quantile.ts'
import { buildBenchExtension } from './build-extension.ts'

/**
 * `npm run bench:journal`: what a packet costs on the disk, and how long the wallet takes to start with a
 * history behind it. `--packets 1000,100000` for other lengths, `--browser firefox` for one browser.
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    packets: { type: 'string', default: '1000,100000,1000000' },
  },
})
const kinds = browserKinds(values.browser)
const lengths = values.packets.split(',').map(Number)

const PAID = 500
const STARTS = 15
const STEP = 20_000

const number = (value: number, digits = 1): string => value.toFixed(digits).padStart(9)

/** Each start in a page of its own, as in a new background. */
const timeStarts = async (tab: Tab): Promise<number[]> => {
  const times: number[] = []
  for (let n = 0; n < STARTS; n++) {
    await tab.reload()
    await tab.waitFor('globalThis.bench', { what: 'the bench page' })
    times.push(await tab.evaluate<number>('bench.start()'))
  }
  return times
}

const fillTo = async (tab: Tab, from: number, packets: number): Promise<void> => {
  for (let done = from; done < packets; done += STEP) {
    await tab.evaluate(`bench.fill(${Math.min(STEP, packets - done)})`)
    process.stderr.write(`\r${Math.min(done + STEP, packets)} of ${packets} packets`)
  }
  process.stderr.write('\n')
}

const measure = async (kind: BrowserKind, extensionDir: string): Promise<void> => {
  const driver = await launchBrowser({ kind, extensionDir, hostMap: [] })
  try {
    const tab = await driver.openTab(`${driver.extensionOrigin}/bench.html`)
    await tab.waitFor('globalThis.bench', { what: 'the bench page' })
    const empty = quantile(await timeStarts(tab), 0.5)
    await tab.evaluate('bench.begin()')
    const paid = await tab.evaluate<number[]>(`bench.pay(${PAID})`)
    const again = await tab.evaluate<number[]>(`bench.pay(${PAID})`)
    console.log(`\n${driver.version}`)
    console.log('one packet, reserved and posted      p50 ms    p95 ms')
    for (const [name, times] of [
      ['first', paid],
      ['again', again],
    ] as const) {
      const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)]
      console.log(`  ${name.padEnd(30)}${number(half, 2)} ${number(most, 2)}`)
    }
    console.log(
      'a start with this many packets       p50 ms    p95 ms  x empty  kB on disk  B a packet',
    )
    console.log(`  ${'0'.padEnd(30)}${number(empty)}`)
    let before = 2 * PAID
    for (const length of lengths) {
      await fillTo(tab, before, length)
      before = Math.max(before, length)
      const bytes = await tab.evaluate<number>('bench.bytes()')
      const times = await timeStarts(tab)
      const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)]
      const cells = [number(half), number(most), number(half / empty, 2), number(bytes / 1_000, 0)]
      console.log(`  ${String(length).padEnd(30)}${cells.join(' ')}   ${number(bytes / length)}`)
    }
    console.log(`  entries in the book: ${await tab.evaluate<number>('bench.entries()')}`)
  } finally {
    await driver.close()
  }
}

const extensionDir = await buildBenchExtension()
try {
  for (const kind of kinds) await measure(kind, extensionDir)
} finally {
  rmSync(extensionDir, { recursive: true, force: true })
}
