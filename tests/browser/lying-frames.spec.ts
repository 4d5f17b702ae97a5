import { recordFigures } from '../figures/record-figures.ts'
import { iframe } from './kit/frame-rows.ts'
import { withFrameSite } from './kit/frame-site.ts'
import { heardBy, pageWithLinks, untilHeard } from './kit/heard.ts'
import { expect, test } from './kit/test.ts'

/** Whatever reaches this window goes on to every window that can be reached. */
const RELAY = `
  const windows = (from) => [from, ...Array.from({ length: from.length }, (_, at) => windows(from[at])).flat()]
  const tell = (what) => windows(top).forEach((one) => one === window || one.postMessage(what, '*'))
  let relayed = 0
  const relay = (event) => {
    event.stopImmediatePropagation()
    if (event.data?.attack || relayed++ > 200) return
    tell(event.data)
    top.postMessage({ attack: 'relayed' }, '*')
  }`

/** Says to everybody all that our own scripts say to each other, as the frame itself and as others. */
const LIES = `
  const token = () => crypto.randomUUID()
  const element = { iframe: { allow: 'monetization *', src: location.href, srcdoc: false } }
  const lies = () => [
    token(), { kind: 'show', token: token() }, { kind: 'expect', token: token() },
    { kind: 'expecting', token: token() }, { kind: 'holds', token: token(), element, policies: [] },
    'open-frame-port', { kind: 'facts', visible: true, tags: [{ id: token(), kind: 'link', address: location.href }] },
  ]
  const lie = () => {
    for (const what of lies()) {
      for (const one of windows(top)) {
        if (one !== window) one.postMessage(what, '*')
        try {
          one.dispatchEvent(new MessageEvent('message', { data: what, source: window }))
          one.dispatchEvent(new CustomEvent('tributary', { detail: JSON.stringify(what) }))
        } catch {}
      }
    }
    top.postMessage({ attack: 'lied' }, '*')
  }
  let times = 0
  const timer = setInterval(() => (lie(), ++times === 50 && clearInterval(timer)), 20)`

/** The names by which a frame finds the window around it lead elsewhere. */
const MASKS = `
  Object.defineProperty(window, 'parent', { value: window[0] })
  window.name = 'parent'`

test('lets no page vouch for a frame, whatever it says, sees or pretends', async ({
  wallet,
  localnet,
  account,
  site,
  kind,
}) => {
  await withFrameSite({ site, localnet, account }, async (frames) => {
    const { tag, page, addressOf, asked } = frames
    const script = (code: string): string => `<script>{${code}}</script>`
    const yes = 'monetization'
    // Allowed, and on the side of the others: it may be paid itself, and no one else through it.
    const ally = iframe({
      src: page(
        'b',
        `${script(`${RELAY}; addEventListener('message', relay, true)`)}${tag('ally')}`,
      ),
      allow: yes,
    })
    const liar = iframe({
      src: page('b', script(RELAY + LIES) + tag('child for itself')),
    })
    const masked = iframe({
      src: page(
        'b',
        iframe({ srcdoc: '', allow: 'monetization *', name: 'parent' }) +
          script(MASKS) +
          tag('child behind a mask'),
      ),
    })
    const own = iframe({
      src: page('b', iframe({ srcdoc: tag('parent for the child'), allow: 'monetization *' })),
    })
    const inner = iframe({ src: page('b', tag('parent that relays')), allow: 'monetization *' })
    const relaying = iframe({
      src: page('c', `${script(`${RELAY}; addEventListener('message', relay, true)`)}${inner}`),
    })
    // After this its own listener comes before every other one.
    const reopened = iframe({
      src: page(
        'c',
        script(`onload = () => {
          const html = ${JSON.stringify(iframe({ src: page('b', tag('parent that opened itself again')), allow: 'monetization *' }))}
          document.open()
          ${RELAY}
          addEventListener('message', relay, true)
          document.write(html)
          document.close()
        }`),
      ),
    })
    const sibling = iframe({
      src: page(
        'b',
        script(`${RELAY}
          setTimeout(() => {
            for (const one of windows(top)) {
              try {
                if (one !== window && one.frameElement === null) continue
                one.document.querySelectorAll('iframe').forEach((frame) => (frame.allow = 'monetization *'))
              } catch {}
            }
            top.postMessage({ attack: 'sibling' }, '*')
          })`) + tag('sibling for another'),
      ),
    })
    const counter = `<script>
      window.attacks = {}
      addEventListener('message', ({ data }) => {
        if (data?.attack) attacks[data.attack] = (attacks[data.attack] ?? 0) + 1
      })
    </script>`
    const attackers = [liar, masked, own, relaying, reopened, sibling]
    const html = [pageWithLinks({ steady: addressOf('steady') }), counter, ally, ...attackers].join(
      '',
    )
    const top = await wallet.open(page('a', html))
    const popup = await wallet.popupFor(top)
    // The two parents that relay could keep the question itself from being answered.
    const judged = [
      'child for itself',
      'child behind a mask',
      'parent for the child',
      'sibling for another',
    ]
    await popup.until('them to be barred', ({ tags }) =>
      judged.every((id) =>
        tags.some(
          ({ address, reason }) => address === addressOf(id) && reason === 'frame-not-allowed',
        ),
      ),
    )
    await top.waitFor(`attacks.lied >= 50 && attacks.relayed > 0 && attacks.sibling === 1`, {
      what: 'the attacks to be over',
    })
    const paid = (await heardBy(top)).filter(({ type }) => type === 'monetization').length
    await untilHeard(top, 'monetization', 'steady', paid + 3)
    const honest = ['ally', 'steady'].map(addressOf)
    const { tags } = await popup.until('the honest to be paid', ({ tags }) =>
      honest.every((wanted) => tags.some(({ address, sent }) => address === wanted && sent > 0n)),
    )
    for (const { address, sent } of tags) expect(sent > 0n, address).toBe(honest.includes(address))
    expect([...asked.keys()].sort()).toEqual(['ally', 'steady'])
    await popup.closePage(top)
    expect((await frames.books.received(frames.receiver)).received).toBe(await frames.books.debit())
    recordFigures(`Frames, ${kind}`, { 'frames that lied': attackers.length, believed: 0 })
  })
})
