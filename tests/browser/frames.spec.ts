import { recordFigures } from '../figures/record-figures.ts'
import { frameRows } from './kit/frame-rows.ts'
import { withFrameSite } from './kit/frame-site.ts'
import { expect, test } from './kit/test.ts'

/** First in the page: whatever any window shows to it. */
const LISTENER = `<script>
  window.messages = []
  addEventListener('message', ({ data }) => messages.push(data), true)
</script>`

test('pays the frames that all around them allow, and asks nothing for any other', async ({
  wallet,
  localnet,
  account,
  site,
  kind,
}) => {
  test.setTimeout(240_000)
  await withFrameSite({ site, localnet, account }, async (frames) => {
    const rows = frameRows(frames)
    const paid = rows.filter((row) => row.paid).map(({ id }) => id)
    const html = rows.map((row) => row.html).join('\n')
    const page = await wallet.open(
      frames.page('a', `<!doctype html><title>Frames</title>${LISTENER}${html}`),
    )
    const popup = await wallet.popupFor(page)
    const { tags } = await popup.until(
      'every frame to be judged',
      ({ tags }) =>
        rows.every(({ id, paid, silent }) => {
          const tag = tags.find(({ address }) => address === frames.addressOf(id))
          return silent || (paid ? (tag?.sent ?? 0n) > 0n : tag?.reason === 'frame-not-allowed')
        }),
      150_000,
    )
    expect([...frames.asked.keys()].sort()).toEqual([...paid].sort())
    for (const { address, sent } of tags) {
      const row = rows.find(({ id }) => address === frames.addressOf(id))
      expect(sent > 0n, address).toBe(row?.paid)
    }
    await popup.showAllSites()
    const { sites } = await popup.until('the site of the top document', ({ sites }) =>
      sites.some(({ origin }) => origin === frames.origins.a),
    )
    expect(sites.map(({ origin }) => origin)).not.toContain(frames.origins.b)
    expect(await page.evaluate('messages'), 'no page sees a token').toEqual([])
    await popup.closePage(page)
    expect((await frames.books.received(frames.receiver)).received).toBe(await frames.books.debit())
    recordFigures(`Frames, ${kind}`, { 'situations of frames': rows.length, 'judged wrong': 0 })
    expect(rows.length).toBeGreaterThanOrEqual(40)
  })
})
