import { writeFileSync } from 'node:fs'
import { buildExtension } from '../../demo/build-extension.ts'
import { Closers } from '../../localnet/closers.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { openTestSite } from '../browser/kit/test-site.ts'
import { openWire } from '../browser/kit/wire.ts'
import { createChance } from '../simulate/chance.ts'
import type { EndBooks } from './end-books.ts'
import { judge } from './judge.ts'
import { soakOptions } from './options.ts'
import { runSoak } from './run-soak.ts'
import type { Sample } from './sample.ts'
import { progress, verdictTable } from './say.ts'
import { openSoakBooks } from './soak-books.ts'
import { setStage } from './stage.ts'
import { withSoakBrowser } from './browser/with-soak-browser.ts'

/**
 * `npm run soak -- --minutes 60`: pays for so long through the local network, while tabs come, go and reload and the
 * background is stopped over and over, and tells whether memory, listeners, sockets and books are as they should be. `--browser
 * firefox`, `--seed N`, `--json FILE` for the figures. Ends with 1, and says why, if a promise is broken.
 */
const options = soakOptions(process.argv.slice(2))
const { minutes, kind, seed, json } = options

const samples: Sample[] = []
let version = ''
let end: EndBooks | null = null
let failure: unknown = null

await buildExtension(kind)
const closers = new Closers()
try {
  const localnet = await startLocalnet()
  closers.add(() => localnet.stop())
  const [account] = localnet.btp
  if (!account) throw new Error('The local network has no account for payers')
  const wire = await openWire(account.url)
  closers.add(() => wire.close())
  const site = await openTestSite()
  closers.add(site.close)
  const books = await openSoakBooks(localnet, account, wire)
  await withSoakBrowser(kind, { ...account, url: wire.url }, async (browser) => {
    version = browser.version
    console.log(`${version}, ${minutes} min, seed ${seed}`)
    const stage = await setStage(browser, createChance(seed), localnet, site)
    const onSample: Parameters<typeof runSoak>[0]['onSample'] = (sample, troubles) => {
      samples.push(sample)
      console.log(progress(sample, troubles))
    }
    end = await runSoak({ stage, wire, books, minutes, onSample })
  })
} catch (error) {
  failure = error
} finally {
  await closers.closeAll()
}

const verdicts = judge(samples, minutes, end)
console.log(`\n${verdictTable(verdicts)}\n`)
if (json !== undefined) {
  const report = { at: new Date().toISOString(), version, minutes, seed, verdicts, samples, end }
  const text = JSON.stringify(report, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}` : value,
  )
  writeFileSync(json, `${text}\n`)
}
const broken = verdicts.filter(({ kept }) => kept === false)
for (const { promise, found } of broken) console.error(`Broken: ${promise}: ${found}`)
if (failure !== null) console.error('Broken: it did not come to its end:', failure)
process.exitCode = broken.length > 0 || failure !== null ? 1 : 0
