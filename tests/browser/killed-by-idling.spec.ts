import { setTimeout as delay } from 'node:timers/promises'
import { launchBareChromium } from '../../browsers/chromium/launch-bare-chromium.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { LONG_PROOFS } from './kit/kill-counts.ts'
import { withProfile } from './kit/profile.ts'
import { expect, test } from './kit/test.ts'
import { builtExtension, launchWalletBrowser } from './kit/wallet-browser.ts'

/** Both browsers stop a background that has had no event for 30 s. */
const LONGER_THAN_IDLE_MS = 45_000
/** The socket is kept for a while after its last page. */
const UNTIL_STOPPED_MS = 120_000

/** Tells the server what the page hears: asking the page would take a debugger, which keeps a worker awake. */
const TELLER = `<script>
  for (const type of ['pending', 'progress', 'stop'])
    document.monetization.addEventListener('monetization' + type, () => fetch('/say/' + type, { method: 'POST' }))
</script>`

test('a visible page keeps its background awake though nothing is to be paid yet, and nothing else does', async ({
  kind,
  localnet,
  account,
  site,
}) => {
  test.skip(!LONG_PROOFS, 'waits for minutes: see npm run test:kills')
  test.setTimeout(5 * 60_000)
  const said: string[] = []
  for (const what of ['pending', 'progress', 'stop'])
    site.answer(`/say/${what}`, (_, response) => {
      said.push(what)
      response.end()
    })
  // A cent each 100 s at this rate.
  const cents = localnet.wallets.find(({ asset }) => asset.scale === 2)
  const url = site.page('/', `<meta name="monetization" content="${cents?.pointer}">${TELLER}`)
  const hears = async (close: () => Promise<unknown>, running: () => Promise<boolean>) => {
    const pending = () => Promise.resolve(said.includes('pending') || null)
    await waitUntil(pending, { what: 'an attempt to pay' })
    await delay(LONGER_THAN_IDLE_MS)
    // A background that is stopped hangs up, and the page hears a stop.
    expect(said).toEqual(['pending'])
    await close()
    await waitUntil(async () => ((await running()) ? null : true), {
      what: 'the background to be stopped for its idleness',
      timeoutMs: UNTIL_STOPPED_MS,
    })
  }
  await withProfile(async (profileDir) => {
    const driven = await launchWalletBrowser(kind, { profileDir })
    try {
      await (await driven.popupFor()).setUp(account, { budget: '5', rate: '0.36' })
      await driven.closeTabs()
      if (kind === 'firefox') {
        const page = await driven.open(url)
        return await hears(
          () => page.close(),
          () => driven.driver.backgroundRunning(),
        )
      }
    } finally {
      await driven.driver.close()
    }
    const extensionDir = builtExtension('chrome')
    const bare = await launchBareChromium({ extensionDir, profileDir, hostMap: [], url })
    try {
      await hears(
        () => bare.open('about:blank'),
        () => bare.backgroundRunning(),
      )
    } finally {
      await bare.stop()
    }
  })
})
