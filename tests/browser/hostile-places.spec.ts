import { openBooks } from './kit/books.ts'
import { openCountingPointers } from './kit/counting-pointers.ts'
import { heardBy, pageWithLinks, RECORDER, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

/** Where a link can be; `at(name)` is an address of its own. Paid are HTML links in the document's tree. */
const PLACES = `
  const link = (name, doc = document) => {
    const one = doc.createElement('link')
    one.rel = 'monetization'
    one.href = at(name)
    one.id = name
    return one
  }
  const inHtml = (name) => '<link rel="monetization" href="' + at(name) + '">'
  const part = (html) => document.body.appendChild(Object.assign(document.createElement('div'), { innerHTML: html }))

  document.head.append(link('paid in the head'))
  document.body.append(link('paid in the body'))
  part('<p><b>' + inHtml('paid from innerHTML') + '</b></p>')
  part('<noscript></noscript>').firstChild.append(link('paid in noscript'))
  const foreign = new DOMParser().parseFromString(inHtml('paid once adopted'), 'text/html')
  document.body.append(document.adoptNode(foreign.querySelector('link')))
  document.body.append(link('paid from another document', document.implementation.createHTMLDocument('')))

  link('not inserted')
  document.createDocumentFragment().append(link('not in a fragment'))
  new DOMParser().parseFromString(inHtml('not parsed'), 'text/html')
  document.implementation.createHTMLDocument('').head.append(link('not in a detached document'))
  part('<template>' + inHtml('not in a template') + '</template>')
  part('<svg>' + '<link xmlns="http://www.w3.org/2000/svg" rel="monetization" href="' + at('not in svg') + '"/></svg>')
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'link')
  svg.setAttribute('rel', 'monetization')
  svg.setAttribute('href', at('not of svg'))
  document.body.append(svg)
  const none = document.createElementNS(null, 'link')
  none.setAttribute('rel', 'monetization')
  none.setAttribute('href', at('not of no namespace'))
  document.body.append(none)
  for (const mode of ['open', 'closed']) {
    const host = part('').attachShadow({ mode })
    host.append(link('not in a shadow tree, ' + mode))
  }
  const shadow = part('').attachShadow({ mode: 'open' })
  shadow.innerHTML = '<section><div></div></section>'
  shadow.querySelector('div').attachShadow({ mode: 'open' }).append(link('not in a deep shadow tree'))
  const gone = link('not in a removed frame')
  const frame = part('<iframe></iframe>').firstChild
  frame.contentDocument.body.append(gone)
  frame.remove()
  document.body.append(link('not removed at once'))
  document.getElementById('not removed at once').remove()
  const left = link('not moved away')
  document.body.append(left)
  new Document().adoptNode(left)
`

test('pays HTML links in the tree of the document, and no other', async ({
  wallet,
  localnet,
  site,
}) => {
  const [good] = usdPointers(localnet)
  const pointers = await openCountingPointers(1, good)
  const at = `const at = (name) => '${pointers.origins[0]}/' + encodeURIComponent(name)`
  const html = `<!doctype html><title>Places</title>${RECORDER}<body><script>${at}${PLACES}</script>`
  const page = await wallet.open(site.page('/', html))
  const popup = await wallet.popupFor(page)
  const { tags } = await popup.until('the tags that are paid', ({ tags }) => {
    return tags.length > 0 && tags.every(({ state, sent }) => state === 'paying' && sent > 0n)
  })
  const namesOf = (urls: readonly string[]) =>
    urls.map((url) => decodeURIComponent(new URL(url).pathname.slice(1))).sort()
  const paid = [
    'paid from another document',
    'paid from innerHTML',
    'paid in noscript',
    'paid in the body',
    'paid in the head',
    'paid once adopted',
  ]
  expect(namesOf(tags.map(({ address }) => address))).toEqual(paid)
  await popup.closePage(page)
  await pointers.close()
  expect(namesOf(pointers.asked)).toEqual(paid)
})

test('events that a page makes up, and listeners that misbehave, move no money', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const [steady, other] = usdPointers(localnet)
  const overview = await wallet.popupFor()
  const start = await overview.until(
    'nothing on its way',
    ({ view, budget }) => view === 'main' && budget.reserved === 0n,
  )
  const books = await openBooks(localnet, account)
  const page = await wallet.open(site.page('/', pageWithLinks({ steady, other, idle: steady })))
  const popup = await wallet.popupFor(page)
  await popup.until('the page', ({ page }) => page.state === 'paying')

  await page.evaluate(`(() => {
    window.thrown = 0
    window.trusted = 0
    window.addEventListener('error', () => thrown++)
    window.addEventListener('unhandledrejection', () => thrown++)
    document.addEventListener('monetization', (event) => (trusted += event.isTrusted))
    for (let n = 0; n < 1_000; n++)
      steady.addEventListener('monetization', () => { throw new Error('thrown by the page') }, { once: n > 0 })
    const amountSent = { currency: 'USD', value: '1000000.00' }
    for (let n = 0; n < 100; n++)
      for (const type of ['monetization', 'load', 'error'])
        idle.dispatchEvent(new MonetizationEvent(type, {
          bubbles: true, amountSent, incomingPayment: null, receipt: null, paymentPointer: idle.href,
          amount: '9'.repeat(30), assetCode: 'USD', assetScale: 0,
        }))
    for (const type of ['pending', 'start', 'progress', 'stop'])
      document.monetization.dispatchEvent(new CustomEvent('monetization' + type, { detail: { amount: '9'.repeat(30), assetCode: 'USD', assetScale: 0 } }))
    other.addEventListener('monetization', ({ target }) => target.remove())
  })()`)
  await popup.until('the link that removed itself to be forgotten', ({ tags, budget }) => {
    return tags.length === 2 && budget.reserved === 0n
  })
  const { packets } = await books.received(other)
  const heard = (await heardBy(page)).filter(({ of }) => of === 'steady').length
  await untilHeard(page, 'monetization', 'steady', 3)
  await page.waitFor(`heard.filter(({ of }) => of === 'steady').length >= ${heard + 2}`, {
    what: 'two more payments',
  })
  expect(await page.evaluate('thrown')).toBeGreaterThanOrEqual(1_000)
  expect(await page.evaluate('trusted'), 'scripts cannot tell them from forged ones').toBe(0)
  expect((await books.received(other)).packets, 'the link that removed itself').toBe(packets)

  // Away, while the event is being dispatched, and the next page does it too.
  const next = site.page('/next', pageWithLinks({ next: other }))
  await page.evaluate(
    `void steady.addEventListener('monetization', () => { location.href = ${JSON.stringify(next)} })`,
  )
  await page.waitFor(`location.pathname === '/next'`, { what: 'the next page' })
  await untilHeard(page, 'monetization', 'next')
  const end = await popup.closePage(page)
  expect(end.budget.spent - start.budget.spent).toBe(await books.debit())
  expect(end.budget.inDoubt).toBe(start.budget.inDoubt)
  const received = [steady, other].map((url) => books.received(url))
  const sum = (await Promise.all(received)).reduce((all, one) => all + one.received, 0n)
  expect(sum, 'what the receivers have').toBe(await books.debit())
})
