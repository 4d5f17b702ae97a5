import { rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { BrowserKind } from '../../browsers/browser-kind.ts'
import type { BrowserDriver } from '../../browsers/driver.ts'
import { buildExtension } from '../../demo/build-extension.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { usdPointers } from '../../tests/browser/kit/paid-pages.ts'
import { browserKinds } from '../browser-kinds.ts'
import { inTurn, type Drivers } from '../in-turn.ts'
import { launchAll } from '../launch-all.ts'
import { Measures } from '../measures.ts'
import { namedExtensions } from '../named-extensions.ts'
import { setUpPayer } from '../set-up-payer.ts'
import { measuredExtensions } from './extensions.ts'
import { endure, visit } from './measure.ts'
import { servePages, type BenchPages } from './pages.ts'

/**
 * `npm run bench:page`: what the extension costs a page, beside no extension and beside the floor, an empty
 * extension of the same shape. Other unpacked extensions are measured too, as `NAME=DIR`. `--browser chrome`
 * for one browser, `--rounds 7` for the ordinary pages, `--hostile-rounds 1` for the hostile ones,
 * `--json FILE` for the figures.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    'hostile-rounds': { type: 'string', default: '1' },
    json: { type: 'string' },
  },
})
const kinds = browserKinds(values.browser)
const others = namedExtensions(positionals)

const MANY_MS = 3_000
const CHURN_MS = 30_000

const measureAll = async (drivers: Drivers, { urls }: BenchPages): Promise<Measures> => {
  const measures = new Measures()
  const rounds = Number(values.rounds)
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\rround ${round + 1} of ${rounds}`)
    await inTurn(drivers, round, async (name, driver) => {
      for (const page of ['plain', 'tagged'] as const)
        measures.add(page, name, await visit(driver, urls[page]))
    })
  }
  const hostileRounds = Number(values['hostile-rounds'])
  for (let round = 0; round < hostileRounds; round++) {
    process.stderr.write(`\rhostile round ${round + 1} of ${hostileRounds}`)
    await inTurn(drivers, round, async (name, driver) => {
      measures.add('10,000 tags, 3 s', name, await endure(driver, urls.many, MANY_MS))
      const churned = await endure(driver, urls.churning, CHURN_MS)
      measures.add('1,000 tag changes a second, 30 s', name, churned)
    })
  }
  process.stderr.write('\n')
  return measures
}

const benchIn = async (kind: BrowserKind, localnet: Localnet, pages: BenchPages) => {
  const { extensions, made } = measuredExtensions(await buildExtension(kind), others)
  const drivers = new Map<string, BrowserDriver>()
  try {
    const ours = await launchAll(kind, extensions, drivers)
    await setUpPayer(ours, localnet)
    const measures = await measureAll(drivers, pages)
    console.log(`\n${ours.version}; medians in ms where nothing else is said\n`)
    console.log(measures.table([...extensions.keys()]))
    return { browser: ours.version, rows: measures.rows() }
  } finally {
    for (const driver of drivers.values()) await driver.close()
    for (const dir of made) rmSync(dir, { recursive: true, force: true })
  }
}

const localnet = await startLocalnet()
const pages = await servePages(usdPointers(localnet))
try {
  const results = []
  for (const kind of kinds) results.push(await benchIn(kind, localnet, pages))
  const report = { at: new Date().toISOString(), rounds: Number(values.rounds), results }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await pages.close()
  await localnet.stop()
}
