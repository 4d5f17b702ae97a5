import { rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { BrowserKind } from '../../browsers/browser-kind.ts'
import type { BrowserDriver } from '../../browsers/driver.ts'
import { launchBrowser } from '../../browsers/launch-browser.ts'
import { buildExtension } from '../../demo/build-extension.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { pageWithLinks, untilHeard } from '../../tests/browser/kit/heard.ts'
import { usdPointers } from '../../tests/browser/kit/paid-pages.ts'
import { openTestSite } from '../../tests/browser/kit/test-site.ts'
import { bookOf } from '../ask-wallet.ts'
import { browserKinds } from '../browser-kinds.ts'
import { withFillPage } from '../fill-page.ts'
import { makeFloor } from '../floor-extension.ts'
import { inTurn, type Drivers } from '../in-turn.ts'
import { Measures } from '../measures.ts'
import { namedExtensions } from '../named-extensions.ts'
import { setUpPayer } from '../set-up-payer.ts'
import { FLOOR_POPUP } from './floor-popup.ts'
import { decideAll, fillBook } from './full-book.ts'
import { InteractionTimes } from './interaction-times.ts'
import { measureDashboard } from './measure-dashboard.ts'
import { measureAnswer, measureAsleep, measureAwake } from './measure-popup.ts'

/**
 * `npm run bench:ui`: the popup with nothing paid yet and with 5,000 sites and two years of days behind it, beside that
 * of an empty extension of the same shape; and how long the dashboard takes to answer with that history. Popups of other
 * unpacked extensions are measured too, as `NAME=DIR`. `--browser chrome` for one browser, `--rounds 9` for
 * popups, `--dashboard-rounds 3`, `--json FILE` for the figures.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    'dashboard-rounds': { type: 'string', default: '3' },
    json: { type: 'string' },
  },
})
const kinds = browserKinds(values.browser)
const others = namedExtensions(positionals)

const OURS = ['empty', 'full']

const measurePopups = async (drivers: Drivers): Promise<Measures> => {
  const measures = new Measures()
  const rounds = Number(values.rounds)
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\rround ${round + 1} of ${rounds}`)
    await inTurn(drivers, round, async (name, driver) => {
      measures.add('asleep', name, await measureAsleep(driver))
      measures.add('awake', name, await measureAwake(driver))
      if (OURS.includes(name)) measures.add('awake', name, await measureAnswer(driver))
    })
  }
  process.stderr.write('\n')
  return measures
}

const measureDashboards = async (driver: BrowserDriver): Promise<InteractionTimes> => {
  const times = new InteractionTimes()
  const rounds = Number(values['dashboard-rounds'])
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\rdashboard round ${round + 1} of ${rounds}`)
    times.add(await measureDashboard(driver))
  }
  process.stderr.write('\n')
  return times
}

/** While a page is paid the history changes every second, and the dashboard with it. */
const measureWhilePaying = async (driver: BrowserDriver, localnet: Localnet) => {
  const site = await openTestSite()
  try {
    const [paid] = usdPointers(localnet)
    const page = await driver.openTab(site.page('/', pageWithLinks({ paid })))
    await untilHeard(page, 'monetization', 'paid')
    const times = await measureDashboards(driver)
    await page.close()
    return times
  } finally {
    await site.close()
  }
}

/** Both of our wallets are set up with the same account, and so have books of the same name. */
const setUpBoth = async (empty: BrowserDriver, full: BrowserDriver, localnet: Localnet) => {
  await setUpPayer(empty, localnet)
  await fillBook(full, await bookOf(empty))
  await setUpPayer(full, localnet)
  await decideAll(full)
}

const benchIn = async (kind: BrowserKind, localnet: Localnet) => {
  const built = await buildExtension(kind)
  const floor = makeFloor(built, FLOOR_POPUP)
  const full = await withFillPage(built, new URL('./extension', import.meta.url))
  const extensions = new Map([['floor', floor], ['empty', built], ['full', full], ...others])
  const drivers = new Map<string, BrowserDriver>()
  try {
    for (const [name, extensionDir] of extensions) {
      const driver = await launchBrowser({ kind, extensionDir, hostMap: [] })
      drivers.set(name, driver)
      // Whether the extension's process runs already is no matter of its popup.
      await driver.openTab(`${driver.extensionOrigin}/manifest.json`)
    }
    const [ours, filled] = OURS.map((name) => drivers.get(name))
    if (!ours || !filled) throw new Error('Tributary is not among the extensions')
    await setUpBoth(ours, filled, localnet)
    const popups = await measurePopups(drivers)
    console.log(`\n${ours.version}: the popup; medians in ms where nothing else is said\n`)
    console.log(popups.table([...extensions.keys()]))
    const quiet = await measureDashboards(filled)
    console.log(`\nThe dashboard with a full history: ms\n\n${quiet.table()}`)
    const paying = await measureWhilePaying(filled, localnet)
    console.log(`\nThe same while a page is paid: ms\n\n${paying.table()}`)
    return {
      browser: ours.version,
      popups: popups.rows(),
      dashboard: { quiet: quiet.rows(), paying: paying.rows() },
    }
  } finally {
    for (const driver of drivers.values()) await driver.close()
    for (const dir of [floor, full]) rmSync(dir, { recursive: true, force: true })
  }
}

const localnet = await startLocalnet()
try {
  const results = []
  for (const kind of kinds) results.push(await benchIn(kind, localnet))
  const report = { at: new Date().toISOString(), rounds: Number(values.rounds), results }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await localnet.stop()
}
