import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBareChromium } from '../../browsers/chromium/launch-bare-chromium.ts'
import { launchBrowser } from '../../browsers/launch-browser.ts'
import { buildExtension } from '../../demo/build-extension.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { usdPointers } from '../../tests/browser/kit/paid-pages.ts'
import { openTestSite } from '../../tests/browser/kit/test-site.ts'
import { bookOf } from '../ask-wallet.ts'
import { withFillPage } from '../fill-page.ts'
import { makeFloor } from '../floor-extension.ts'
import { setUpPayer } from '../set-up-payer.ts'
import { withPrepared } from './bare-wallet.ts'
import { Curves } from './curves.ts'
import { ASKING_PAGE, measureHistories } from './measure-histories.ts'
import { measureTabs, serveTabs } from './measure-tabs.ts'

/**
 * `npm run bench:scale`: how what it costs grows with the tabs that are open, the sites that were paid and the packets behind
 * them, in Chromium. `--tabs 0,50,100,200`, `--sites 10,100,1000,5000` (of two years, others in each
 * month; then all of this month), `--packets 1000,100000,1000000`, `--rounds 7` for starts and popups, `--seconds 10` of quiet for each processor time, `--json FILE` for the figures.
 */
const { values } = parseArgs({
  options: {
    tabs: { type: 'string', default: '0,50,100,200' },
    sites: { type: 'string', default: '10,100,1000,5000' },
    packets: { type: 'string', default: '1000,100000,1000000' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'string' },
  },
})
const numbers = (list: string): number[] => list.split(',').filter(Boolean).map(Number)
const [tabs, sites, packets] = [values.tabs, values.sites, values.packets].map(numbers) as [
  number[],
  number[],
  number[],
]
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]

/** Packets of each site where the curve goes by sites, and sites where it goes by packets. */
const PACKETS_OF_SITE = 4
const SITES_OF_PACKETS = 200
const MONTHS_OF_SITES = 24

const benchTabs = async (built: string, localnet: Localnet): Promise<Curves> => {
  const curves = new Curves()
  if (tabs.length === 0) return curves
  const site = await openTestSite()
  const floor = makeFloor(built)
  try {
    const pages = serveTabs(site, usdPointers(localnet)[0])
    const options = { extensionDir: floor, hostMap: [], url: 'about:blank' }
    const bare = await launchBareChromium(options)
    try {
      await measureTabs(bare, pages, tabs, seconds, (row, count, value) => {
        if (row.includes('browser')) curves.add(`floor: ${row}`, count, value)
      })
    } finally {
      await bare.stop()
    }
    await withPrepared(
      built,
      (driver) => setUpPayer(driver, localnet),
      (ours) =>
        measureTabs(ours, pages, tabs, seconds, (row, count, value) =>
          curves.add(`tributary: ${row}`, count, value),
        ),
    )
    return curves
  } finally {
    await site.close()
    rmSync(floor, { recursive: true, force: true })
  }
}

/** The name that the wallet gives the book of this account, and the browser's version. */
const askBook = async (built: string, localnet: Localnet) => {
  const driver = await launchBrowser({ kind: 'chrome', extensionDir: built, hostMap: [] })
  try {
    await setUpPayer(driver, localnet)
    return { book: await bookOf(driver), version: driver.version }
  } finally {
    await driver.close()
  }
}

const bench = async (localnet: Localnet) => {
  const built = await buildExtension('chrome')
  const filling = await withFillPage(built, new URL('./extension', import.meta.url))
  copyFileSync(join(filling, 'fill.html'), join(filling, ASKING_PAGE))
  try {
    const { book, version } = await askBook(built, localnet)
    const from = { extensionDir: filling, localnet, book }
    console.log(`\n${version}; medians in ms where nothing else is said\n`)
    const curveOfSites = async (months: number): Promise<Curves> => {
      const curves = new Curves()
      const sizes = sites.map((count) => ({
        sites: count,
        packets: count * PACKETS_OF_SITE,
        months: Math.min(months, count),
      }))
      await measureHistories(from, sizes, (size) => size.sites, rounds, curves)
      const of = months === 1 ? 'this month' : `${months} months`
      if (sites.length > 0) console.log(curves.table(`sites of ${of}`, sites))
      return curves
    }
    const bySites = await curveOfSites(MONTHS_OF_SITES)
    const bySitesNow = await curveOfSites(1)
    const byPackets = new Curves()
    const packetSizes = packets.map((count) => ({
      sites: SITES_OF_PACKETS,
      packets: count,
      months: 1,
    }))
    await measureHistories(from, packetSizes, (size) => size.packets, rounds, byPackets)
    if (packets.length > 0) console.log(`\n${byPackets.table('packets in the history', packets)}`)
    const byTabs = await benchTabs(built, localnet)
    if (tabs.length > 0) console.log(`\n${byTabs.table('tabs behind', tabs)}`)
    return {
      browser: version,
      sites: bySites.rows(),
      sitesOfThisMonth: bySitesNow.rows(),
      packets: byPackets.rows(),
      tabs: byTabs.rows(),
    }
  } finally {
    rmSync(filling, { recursive: true, force: true })
  }
}

const localnet = await startLocalnet()
try {
  const report = { at: new Date().toISOString(), rounds, seconds, ...(await bench(localnet)) }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await localnet.stop()
}
