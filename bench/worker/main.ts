import { rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { launchBareChromium } from '../../browsers/chromium/launch-bare-chromium.ts'
import { launchBrowser } from '../../browsers/launch-browser.ts'
import { buildExtension } from '../../demo/build-extension.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { usdPointers } from '../../tests/browser/kit/paid-pages.ts'
import { withProfile } from '../../tests/browser/kit/profile.ts'
import { openTellingPages } from '../../tests/browser/kit/telling-pages.ts'
import { openTestSite } from '../../tests/browser/kit/test-site.ts'
import { inTurn } from '../in-turn.ts'
import { Measures } from '../measures.ts'
import { namedExtensions } from '../named-extensions.ts'
import { setUpPayer } from '../set-up-payer.ts'
import { makeFloorWorker } from './floor-worker.ts'
import { measureHeap, measureStart, type AskedWorker } from './measure-worker.ts'

/**
 * `npm run bench:worker`: how long the background takes to start and how much memory it holds, beside that of an empty
 * extension of the same shape: with nothing set up yet, set up, and while a page is paid. Chromium only, and with no
 * debugger attached while it starts. Workers of other unpacked extensions are measured too, as `NAME=DIR`; `--rounds 15`,
 * `--json FILE` for the figures.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '15' },
    json: { type: 'string' },
  },
})
const others = namedExtensions(positionals)
const rounds = Number(values.rounds)

const SET_UP = 'set up'

const launch = async (extensionDir: string, profileDir?: string): Promise<AskedWorker> => {
  const kept = profileDir === undefined ? {} : { profileDir }
  const bare = await launchBareChromium({ extensionDir, hostMap: [], url: 'about:blank', ...kept })
  return { bare, page: await bare.open(`${bare.extensionOrigin}/manifest.json`) }
}

const setUpIn = async (extensionDir: string, profileDir: string, localnet: Localnet) => {
  const driver = await launchBrowser({ kind: 'chrome', extensionDir, profileDir, hostMap: [] })
  await setUpPayer(driver, localnet)
  await driver.close()
  return driver.version
}

/** Until a page was paid a few times, so that all that is needed for it was loaded. */
const whilePaying = async (worker: AskedWorker, localnet: Localnet): Promise<number> => {
  const site = await openTestSite()
  try {
    const { page, until } = openTellingPages(site)
    const [paid] = usdPointers(localnet)
    const tab = await worker.bare.open(page('a', paid.replace('http://', '$')))
    await until('a progress', 5)
    const heap = await measureHeap(worker)
    await worker.bare.close(tab)
    return heap
  } finally {
    await site.close()
  }
}

const measureAll = async (
  workers: ReadonlyMap<string, AskedWorker>,
  localnet: Localnet,
): Promise<Measures> => {
  const measures = new Measures()
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\rround ${round + 1} of ${rounds}`)
    await inTurn(workers, round, async (name, worker) => {
      measures.add('started', name, await measureStart(worker))
      const paying = name === SET_UP ? await whilePaying(worker, localnet) : null
      if (paying !== null) measures.add('connected', name, { 'heap, KiB': paying })
    })
  }
  process.stderr.write('\n')
  return measures
}

const bench = async (localnet: Localnet, profileDir: string) => {
  const built = await buildExtension('chrome')
  const floor = makeFloorWorker(built)
  const version = await setUpIn(built, profileDir, localnet)
  const workers = new Map<string, AskedWorker>()
  try {
    workers.set('floor', await launch(floor))
    workers.set('first run', await launch(built))
    workers.set(SET_UP, await launch(built, profileDir))
    for (const [name, dir] of others) workers.set(name, await launch(dir))
    const measures = await measureAll(workers, localnet)
    console.log(`\n${version}: the background; medians in ms where nothing else is said\n`)
    console.log(measures.table([...workers.keys()]))
    return { browser: version, rows: measures.rows() }
  } finally {
    for (const { bare } of workers.values()) await bare.stop()
    rmSync(floor, { recursive: true, force: true })
  }
}

const localnet = await startLocalnet()
try {
  await withProfile(async (profileDir) => {
    const result = await bench(localnet, profileDir)
    const report = { at: new Date().toISOString(), rounds, result }
    if (values.json !== undefined)
      writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  })
} finally {
  await localnet.stop()
}
