import type { Tab } from '../../browsers/driver.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { iframe } from './kit/frame-rows.ts'
import { withFrameSite } from './kit/frame-site.ts'
import { heardBy, pageWithLinks, untilHeard } from './kit/heard.ts'
import { expect, test } from './kit/test.ts'

const act = (tab: Tab, code: string): Promise<void> => tab.evaluate(`(() => { ${code} })()`)

test('follows frames whose allow is changed, and that are moved, navigated and removed', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  await withFrameSite({ site, localnet, account }, async (frames) => {
    const { tag, page, addressOf, asked, origins } = frames
    const yes = 'monetization'
    const one = (id: string, allow: string | null, inner = tag(id)): string =>
      iframe({ id, src: page('b', inner), allow })
    const html = [
      pageWithLinks({ steady: addressOf('steady') }),
      '<main></main>',
      one('lost', yes),
      one('listed', yes),
      one('around', yes, iframe({ src: page('b', tag('around')) })),
      one('gained', null),
      one('moved', yes),
      one('navigated', yes),
      one('removed', yes),
    ].join('')
    const top = await wallet.open(page('a', html))
    const popup = await wallet.popupFor(top)
    const reasonOf = (id: string) => {
      const mine = ({ address }: { address: string }) => address === addressOf(id)
      return (tags: readonly { address: string; reason: string; sent: bigint }[]) => tags.find(mine)
    }
    const untilPaid = (...ids: string[]) =>
      popup.until(`${ids.join()} to be paid`, ({ tags }) =>
        ids.every(
          (id) => (reasonOf(id)(tags)?.sent ?? 0n) > 0n && reasonOf(id)(tags)?.reason === 'none',
        ),
      )
    /** The top document's own link goes on being paid, so that nobody else was left out by chance. */
    const twoMorePayments = async () => {
      const paid = (await heardBy(top)).filter(({ type }) => type === 'monetization').length
      await untilHeard(top, 'monetization', 'steady', paid + 2)
    }

    await untilPaid('steady', 'lost', 'listed', 'around', 'moved', 'navigated', 'removed')
    expect(asked.get('gained')).toBeUndefined()

    const elsewhere = page('c', tag('elsewhere'))
    await act(
      top,
      `
      lost.removeAttribute('allow')
      listed.allow = 'monetization https://x.example'
      around.allow = "monetization 'none'"
      navigated.contentWindow.location = ${JSON.stringify(elsewhere)}
      removed.remove()`,
    )
    const barred = ['lost', 'listed', 'around', 'elsewhere', 'gained']
    await popup.until(
      'them to be barred',
      ({ tags, budget }) =>
        barred.every((id) => reasonOf(id)(tags)?.reason === 'frame-not-allowed') &&
        !reasonOf('removed')(tags) &&
        !reasonOf('navigated')(tags) &&
        budget.reserved === 0n,
    )
    // What was granted before that may still go out (one packet each); after that nothing does.
    await twoMorePayments()
    const settled = await popup.look()
    await twoMorePayments()
    const later = await popup.look()
    for (const id of barred)
      expect(reasonOf(id)(later.tags)?.sent, id).toBe(reasonOf(id)(settled.tags)?.sent)
    for (const id of ['gained', 'elsewhere']) expect(asked.get(id), id).toBeUndefined()

    // What is allowed later is paid at once: the browser itself would wait for a reload.
    await act(
      top,
      `
      lost.allow = 'monetization'
      gained.allow = ${JSON.stringify(`monetization ${origins.b}`)}
      around.allow = 'monetization *'
      document.querySelector('main').append(moved)`,
    )
    await untilPaid('lost', 'gained', 'around', 'moved')
    expect(asked.get('moved'), 'a frame that is moved is loaded again').toBe(2)

    // Where a frame can be moved as it is, it is paid as it was.
    if (await top.evaluate<boolean>(`'moveBefore' in Element.prototype`)) {
      await act(top, `document.body.moveBefore(moved, null)`)
      await twoMorePayments()
      expect(asked.get('moved')).toBe(2)
      await untilPaid('moved')
    }
    await popup.closePage(top)
    expect((await frames.books.received(frames.receiver)).received).toBe(await frames.books.debit())
  })
})

test('finds frames anew after its background was stopped', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  await withFrameSite({ site, localnet, account }, async ({ page, tag, asked }) => {
    const browser = await launch()
    const setup = await browser.popupFor()
    await setup.setUp(account, { budget: '5', rate: '36' })
    await setup.tab.close()
    const inner = iframe({ src: page('b', tag('inner')) })
    const middle = iframe({ src: page('b', inner), allow: 'monetization' })
    await browser.open(page('a', `<title>Frames</title>${middle}`))
    const untilAsked = (times: number) =>
      waitUntil(() => Promise.resolve((asked.get('inner') ?? 0) >= times ? true : null), {
        what: `the innermost frame to be asked ${times} times`,
      })
    await untilAsked(1)
    await browser.driver.killBackground()
    await untilAsked(2)
  })
})

test('counts the tags of all frames of a tab, but not of those that may not be paid', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  await withFrameSite({ site, localnet, account }, async ({ page, origins }) => {
    const links = (name: string): string =>
      Array.from(
        { length: 12 },
        (_, at) => `<link rel="monetization" href="${origins.a}/404?${name}${at}">`,
      ).join('')
    const barred = iframe({ src: page('b', links('barred')) })
    const top = await wallet.open(page('a', `<title>Many</title>${barred}`))
    const popup = await wallet.popupFor(top)
    const count = (wanted: string) => (tags: readonly { reason: string }[]) =>
      tags.filter(({ reason }) => reason === wanted).length
    await popup.until('them to be barred', ({ tags }) => count('frame-not-allowed')(tags) === 12)
    const allowed = ['one', 'two', 'three'].map((name) => page('a', links(name)))
    await act(
      top,
      `for (const src of ${JSON.stringify(allowed)})
      document.body.append(Object.assign(document.createElement('iframe'), { src }))`,
    )
    await popup.until(
      '32 live tags and 4 more',
      ({ tags }) =>
        count('address-wrong-answer')(tags) === 32 &&
        count('too-many-tags')(tags) === 4 &&
        tags.length === 48,
    )
    await popup.toldOfTag('too-many-tags')
  })
})
