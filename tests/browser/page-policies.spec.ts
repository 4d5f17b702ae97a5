import { iframe } from './kit/frame-rows.ts'
import { withFrameSite } from './kit/frame-site.ts'
import { RECORDER } from './kit/heard.ts'
import { expect, test } from './kit/test.ts'

test('obeys the policies that pages give themselves, also after a redirect', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  await withFrameSite({ site, localnet, account }, async (frames) => {
    const { tag, page, addressOf, asked, origins, receiver } = frames
    const { a, b } = origins
    const detour = site.answer('/detour', (_, response) => {
      response.writeHead(302, { location: receiver }).end()
    })
    const meta = (policy: string): string =>
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`
    const rows: Readonly<Record<string, readonly [paid: boolean, html: string]>> = {
      'no policy': [true, tag('no policy')],
      'another directive': [true, meta("img-src 'none'") + tag('another directive')],
      named: [true, meta(`monetization-src ${a}`) + tag('named')],
      'everybody but by default nobody': [
        true,
        meta("default-src 'none'; monetization-src *") + tag('everybody but by default nobody'),
      ],
      'itself by default': [true, meta("default-src 'self'") + tag('itself by default')],
      'in the body': [true, `<body>${meta("monetization-src 'none'")}${tag('in the body')}`],
      nobody: [false, meta("monetization-src 'none'") + tag('nobody')],
      'nobody by default': [false, meta("default-src 'none'") + tag('nobody by default')],
      another: [false, meta(`monetization-src ${b}`) + tag('another')],
      'another path': [false, meta(`monetization-src ${a}/pay/`) + tag('another path')],
      'one of two': [
        false,
        meta('monetization-src *') + meta("monetization-src 'none'") + tag('one of two'),
      ],
      inherited: [false, meta("monetization-src 'none'") + iframe({ srcdoc: tag('inherited') })],
    }
    const link = (href: string): string => `<link rel="monetization" href="${href}">`
    const led = meta(`monetization-src ${a} ${new URL(receiver).origin}`)
    const html = [
      ...Object.values(rows).map(([, inner]) => inner),
      meta(`monetization-src ${a}`) + RECORDER + link(`${detour}?astray`),
      led + link(`${detour}?led`),
    ].map((inner) =>
      iframe({ src: page('a', inner.startsWith('<body') ? inner : `<head>${inner}`) }),
    )
    const top = await wallet.open(page('a', `<title>Policies</title>${html.join('')}`))
    const popup = await wallet.popupFor(top)
    const expected = new Map([
      ...Object.entries(rows).map(([id, [paid]]) => [addressOf(id), paid] as const),
      [`${detour}?astray`, false],
      [`${detour}?led`, true],
    ])
    const { tags } = await popup.until('every policy to be obeyed', ({ tags }) =>
      [...expected].every(([wanted, paid]) =>
        tags.some(
          ({ address, sent, reason }) =>
            address === wanted && (paid ? sent > 0n : reason === 'page-policy'),
        ),
      ),
    )
    for (const { address, sent } of tags) expect(sent > 0n, address).toBe(expected.get(address))
    const mayAsk = Object.entries(rows).flatMap(([id, [paid]]) => (paid ? [id] : []))
    expect([...asked.keys()].sort()).toEqual(mayAsk.sort())
    expect(
      await top.evaluate<unknown>(`frames[${html.length - 2}].heard.map(({ type }) => type)`),
    ).toEqual(['error'])
    await popup.closePage(top)
    expect((await frames.books.received(receiver)).received).toBe(await frames.books.debit())
  })
})
