import type { BareChromium } from '../../browsers/chromium/bare-chromium.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { withBareWallet } from './kit/bare-wallet.ts'
import { openBooks } from './kit/books.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { lookAtPopup } from './kit/popup-look.ts'
import { expectWordsOf } from './kit/reason-words.ts'
import { openTellingPages } from './kit/telling-pages.ts'
import { expect, test } from './kit/test.ts'

/** The popup of that tab, in a tab of its own: under Playwright every page would be visible. */
const expectHidden = async (bare: BareChromium, url: string): Promise<void> => {
  const popup = `${bare.extensionOrigin}/popup.html`
  const asking = await bare.open(popup)
  const query = `chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(url)})?.id)`
  const ask = async () => (await bare.evaluate<number | undefined>(asking, query)) ?? null
  const tabId = await waitUntil(ask, { what: 'the number of its tab' })
  await bare.close(asking)
  const id = await bare.open(`${popup}?tabId=${tabId}`)
  const read = async () => {
    const { page } = await lookAtPopup({
      evaluate: (expression) => bare.evaluate(id, expression),
    })
    return page.reason === 'hidden' ? page : null
  }
  expectWordsOf('hidden', await waitUntil(read, { what: 'the reason' }))
  await bare.close(id)
}

test('pays no tab behind another one, with nothing attached to the browser', async ({
  kind,
  localnet,
  account,
  site,
}) => {
  test.skip(kind !== 'chrome', 'Firefox tells the truth of its tabs anyway')
  const books = await openBooks(localnet, account)
  const urls = usdPointers(localnet)
  const [one, two] = urls.map((url) => url.replace('http://', '$')) as [string, string]
  const { page, count, until } = openTellingPages(site)
  const url = page('a', one)
  page('b', two)
  await withBareWallet(account, url, async (bare) => {
    await until('a visible')
    await until('a progress', 2)
    const [a] = (await bare.list()).filter((target) => target.url === url)
    await bare.open(`${site.origin}/b`)
    await until('a hidden')
    await until('a stop')
    // What was granted before that may still go out.
    await until('b progress', 2)
    const { packets } = await books.received(urls[0])
    await until('b progress', 5)
    expect((await books.received(urls[0])).packets).toBe(packets)

    await expectHidden(bare, url)
    const before = count('a progress')
    await bare.activate(a!.id)
    await until('a visible', 2)
    await until('a progress', before + 1)
    await until('b stop')
  })
})
