import { launchBareChromium } from '../../browsers/chromium/launch-bare-chromium.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { openBooks } from './kit/books.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { withProfile } from './kit/profile.ts'
import { expect, test } from './kit/test.ts'
import { builtExtension, launchWalletBrowser } from './kit/wallet-browser.ts'

/** Tells the server what the page sees: asking the page would take a debugger. */
const TELLER = `<script>
  let last = Promise.resolve()
  const say = (what) => (last = last.then(() => fetch('/say' + location.pathname + '/' + what, { method: 'POST' })))
  const see = () => say(document.visibilityState)
  document.addEventListener('visibilitychange', see)
  see()
  for (const type of ['progress', 'stop'])
    document.monetization?.addEventListener('monetization' + type, () => say(type))
</script>`

test('pays no tab behind another one, with nothing attached to the browser', async ({
  kind,
  localnet,
  account,
  site,
}) => {
  test.skip(kind !== 'chrome', 'Firefox tells the truth of its tabs anyway')
  const books = await openBooks(localnet, account)
  const urls = usdPointers(localnet)
  const said: string[] = []
  const count = (what: string) => said.filter((one) => one === what).length
  const until = (what: string, times = 1) =>
    waitUntil(() => Promise.resolve(count(what) >= times ? true : null), {
      what: `${times} × ${what} in ${said.join(' ')}`,
      timeoutMs: 25_000,
    })
  for (const [at, name] of ['a', 'b'].entries()) {
    const pointer = localnet.wallets.find(({ url }) => url === urls[at])!.pointer
    site.page(
      `/${name}`,
      `<meta name="monetization" content="${pointer}"><title>${name}</title>${TELLER}`,
    )
    for (const what of ['visible', 'hidden', 'progress', 'stop'])
      site.answer(`/say/${name}/${what}`, (_, response) => {
        said.push(`${name} ${what}`)
        response.end()
      })
  }

  await withProfile(async (profileDir) => {
    // Set up as people do; then the same profile in a browser that nobody steers.
    const driven = await launchWalletBrowser('chrome', { profileDir })
    try {
      await (await driven.popupFor()).setUp(account, { budget: '5', rate: '3.6' })
    } finally {
      await driven.driver.close()
    }
    const extensionDir = builtExtension('chrome')
    const url = `${site.origin}/a`
    const bare = await launchBareChromium({ extensionDir, profileDir, hostMap: [], url })
    try {
      await until('a visible')
      await until('a progress', 2)
      const [a] = (await bare.list()).filter((target) => target.url === url)
      await bare.open(`${site.origin}/b`)
      await until('a hidden')
      await until('a stop')
      await until('b progress')
      const { packets } = await books.received(urls[0])
      await until('b progress', 4)
      expect((await books.received(urls[0])).packets).toBe(packets)

      const before = count('a progress')
      await bare.activate(a!.id)
      await until('a visible', 2)
      await until('a progress', before + 1)
      await until('b stop')
    } finally {
      await bare.stop()
    }
  })
})
