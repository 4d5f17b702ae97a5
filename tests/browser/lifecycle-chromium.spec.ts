import { withBareWallet } from './kit/bare-wallet.ts'
import { openBooks } from './kit/books.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { openTellingPages } from './kit/telling-pages.ts'
import { expect, test } from './kit/test.ts'

const PRERENDER = `<script type="speculationrules">
  {"prerender":[{"urls":["/next"],"eagerness":"immediate"}]}
</script>`

test('pays what is shown, through back and forward, reloading behind, and prerendering', async ({
  kind,
  localnet,
  account,
  site,
}) => {
  test.skip(kind !== 'chrome', 'Firefox is asked in lifecycle.spec.ts')
  test.setTimeout(240_000)
  const books = await openBooks(localnet, account)
  const [urlOfOne, urlOfTwo] = usdPointers(localnet)
  const pointerOf = (url: string): string => url.replace('http://', '$')
  const { page, count, until, order } = openTellingPages(site)
  const first = page('first', pointerOf(urlOfOne))
  page('second', pointerOf(urlOfTwo))
  /** While the page is paid twice more, this receiver gets nothing. */
  const expectNothingFor = async (url: string, name: string): Promise<void> => {
    await until(`${name} progress`, count(`${name} progress`) + 1)
    const { packets } = await books.received(url)
    await until(`${name} progress`, count(`${name} progress`) + 2)
    expect((await books.received(url)).packets).toBe(packets)
  }

  await withBareWallet(account, first, async (bare) => {
    await until('first progress')
    order('first', `location.href = '/second'`)
    await until('second progress')
    await expectNothingFor(urlOfOne, 'second')

    // Out of the back/forward cache, as "restored" says: the scripts of the page go on where they were.
    order('second', 'history.back()')
    await until('first restored')
    await until('first progress', count('first progress') + 1)
    await expectNothingFor(urlOfTwo, 'first')
    order('first', 'history.forward()')
    await until('second restored')
    await until('second progress', count('second progress') + 1)

    // Behind another tab it reloads: nobody sees it begin, so nothing begins.
    const hidden = count('second hidden')
    // Once it has said that it is hidden: what is said while it goes may not arrive.
    const reload = `addEventListener('visibilitychange', () => last.then(() => location.reload()))`
    order('second', reload)
    await until('second progress', count('second progress') + 2)
    const third = page('third', pointerOf(urlOfOne))
    await bare.open(third)
    await until('second hidden', hidden + 2)
    await until('third progress')
    await expectNothingFor(urlOfTwo, 'third')

    // Rendered before it is visited: shown to nobody yet.
    page('next', pointerOf(urlOfTwo))
    await bare.open(page('start', pointerOf(urlOfOne), PRERENDER))
    await until('next prerendering')
    await expectNothingFor(urlOfTwo, 'start')
    expect(count('next progress')).toBe(0)
    order('start', `location.href = '/next'`)
    await until('next activated')
    await until('next progress', 2)
    await expectNothingFor(urlOfOne, 'next')
  })
})
