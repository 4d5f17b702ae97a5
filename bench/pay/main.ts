import { rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { BrowserKind } from '../../browsers/browser-kind.ts'
import type { BrowserDriver } from '../../browsers/driver.ts'
import { buildExtension } from '../../demo/build-extension.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { openTestSite } from '../../tests/browser/kit/test-site.ts'
import { browserKinds } from '../browser-kinds.ts'
import { inTurn, type Drivers } from '../in-turn.ts'
import { launchAll } from '../launch-all.ts'
import { Measures } from '../measures.ts'
import { setUpPayer } from '../set-up-payer.ts'
import { buildFloor } from './build-floor.ts'
import {
  measureConnected,
  measureStopped,
  measureUnconnected,
  type Pages,
} from './measure-first.ts'
import { measurePaying } from './measure-paying.ts'
import { putPaidPage } from './paid-page.ts'
import { openWires, type Wires } from './wires.ts'

/**
 * `npm run bench:pay`: how long a page waits for its first payment, over a network without delay and over one of 50 ms a
 * round trip, and what it takes to pay a page; beside an extension that is no wallet, and does the least that any wallet
 * has to do with the network. `--browser chrome` for one browser, `--rounds 7` for first events, `--paying-rounds 3`
 * of `--seconds 60` each, `--json FILE` for the figures.
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    'paying-rounds': { type: 'string', default: '3' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'string' },
  },
})
const kinds = browserKinds(values.browser)

const ROUND_TRIPS = [0, 50]

const measureFirst = async (drivers: Drivers, pages: Pages, wires: Wires): Promise<Measures> => {
  const measures = new Measures()
  const rounds = Number(values.rounds)
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\rround ${round + 1} of ${rounds}`)
    for (const roundTrip of ROUND_TRIPS) {
      wires.slowDown(roundTrip)
      await inTurn(drivers, round, async (name, driver) => {
        const row = (what: string): string => `${roundTrip} ms: ${what}`
        measures.add(row('background stopped'), name, await measureStopped(driver, pages))
        const { first, next, counts } = await measureConnected(driver, pages, wires.passed)
        measures.add(row('connected'), name, first)
        measures.add(row('the next page'), name, next)
        if (name !== 'tributary') return
        measures.add(row('connected'), name, counts)
        measures.add(row('not connected'), name, await measureUnconnected(driver, pages))
      })
    }
  }
  process.stderr.write('\n')
  return measures
}

const measureLong = async (drivers: Drivers, { one }: Pages, wires: Wires): Promise<Measures> => {
  const measures = new Measures()
  const rounds = Number(values['paying-rounds'])
  wires.slowDown(Math.max(...ROUND_TRIPS))
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\rpaying, round ${round + 1} of ${rounds}`)
    await inTurn(drivers, round, async (name, driver) => {
      const sample = await measurePaying(driver, one, Number(values.seconds), wires.passed)
      measures.add('a paid minute', name, sample)
    })
  }
  process.stderr.write('\n')
  return measures
}

const benchIn = async (kind: BrowserKind, localnet: Localnet, wires: Wires, pages: Pages) => {
  const floor = await buildFloor()
  const extensions = new Map([
    ['floor', floor],
    ['tributary', await buildExtension(kind)],
  ])
  const drivers = new Map<string, BrowserDriver>()
  try {
    const ours = await launchAll(kind, extensions, drivers)
    const btp = localnet.btp.map((account) => ({ ...account, url: wires.btp }))
    await setUpPayer(ours, { ...localnet, btp })
    const first = await measureFirst(drivers, pages, wires)
    const paying = await measureLong(drivers, pages, wires)
    console.log(`\n${ours.version}; medians in ms where nothing else is said\n`)
    console.log(first.table([...extensions.keys()]))
    console.log(`\n${paying.table([...extensions.keys()])}`)
    return { browser: ours.version, first: first.rows(), paying: paying.rows() }
  } finally {
    for (const driver of drivers.values()) await driver.close()
    rmSync(floor, { recursive: true, force: true })
  }
}

const localnet = await startLocalnet()
const wires = await openWires(localnet)
const site = await openTestSite()
const pages = { one: putPaidPage(site, '/one', wires), two: putPaidPage(site, '/two', wires) }
try {
  const results = []
  for (const kind of kinds) results.push(await benchIn(kind, localnet, wires, pages))
  const report = { at: new Date().toISOString(), rounds: Number(values.rounds), results }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await site.close()
  await wires.close()
  await localnet.stop()
}
