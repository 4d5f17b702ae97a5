import { recordFigures } from '../figures/record-figures.ts'
import { openHostileServer } from './kit/hostile-server.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { tapPorts } from './kit/port-tap.ts'
import { provocations, reachFor } from './kit/provocations.ts'
import { expect, test } from './kit/test.ts'

test('a page learns that Web Monetization is supported, and not by whom', async ({
  wallet,
  localnet,
  site,
  kind,
}) => {
  const [pointer] = usdPointers(localnet)
  const tap = await tapPorts(wallet)
  // Firefox shows content scripts what a page puts in the place of its document's properties.
  const clobbers = ['head', 'prerendering', 'visibilityState', 'documentElement']
    .map((name) => `<form name="${name}"><input name="contains"></form>`)
    .join('')
  const page = await wallet.open(site.page('/', pageWithLinks({ a: pointer }) + clobbers))
  await untilHeard(page, 'monetization', 'a')
  const globals = await page.evaluate<string[]>(
    `Object.getOwnPropertyNames(window).filter((name) => /monetiz|tributary|wallet/i.test(name)).sort()`,
  )
  const texts = await page.evaluate<string[]>(provocations)
  const reached = await page.evaluate<string[]>(reachFor(wallet.driver.extensionOrigin))
  const heard = await page.evaluate<number>('heard.length')
  await page.waitFor(`heard.length >= ${heard + 2}`, { what: 'two more payments' })
  const names = texts.filter((text) => /(?:chrome|moz)-extension:/.test(text))
  recordFigures(`Hostile pages, ${kind}`, {
    'stacks and names that a page was shown': texts.length,
    'names of the extension in them': names.length,
    'files of the extension that it could load': reached.length,
  })
  expect(globals).toEqual(['MonetizationCurrencyAmount', 'MonetizationEvent', 'onmonetization'])
  expect(texts.filter((text) => text.includes('called back')).length).toBeGreaterThan(2)
  expect(names).toEqual([])
  expect(reached).toEqual([])
  const popups = (await tap.heard()).filter(({ port }) => port === 'popup')
  expect(popups, 'the popup does not run in a page, nor opened by one').toEqual([])
})

const ICON = `<link rel="icon" href="data:,">`
const REPORT = 'report-uri /report'
const POLICIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nothing: { 'content-security-policy': `default-src 'none'; img-src data:; ${REPORT}` },
  'trusted types': {
    'content-security-policy': `require-trusted-types-for 'script'; trusted-types 'none'; ${REPORT}`,
  },
  isolated: {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'content-security-policy': `script-src 'none'; object-src 'none'; base-uri 'none'; ${REPORT}`,
  },
  'sandbox with scripts': { 'content-security-policy': `sandbox allow-scripts; ${REPORT}` },
  sandbox: { 'content-security-policy': `sandbox; ${REPORT}` },
  'permissions policy': { 'permissions-policy': 'monetization=(), payment=()' },
}

test('no policy of a page is broken by us', async ({ wallet, localnet, site, kind }) => {
  const [pointer] = usdPointers(localnet)
  const reports: string[] = []
  site.answer('/report', (request, response) => {
    request.on('data', (data: Buffer) => reports.push(data.toString()))
    response.end()
  })
  const found: Record<string, boolean> = {}
  for (const [name, headers] of Object.entries(POLICIES)) {
    const link = `<link rel="monetization" href="${pointer}">`
    const html = `<!doctype html><title>${name}</title>${ICON}${link}`
    const page = await wallet.open(
      site.page(`/${encodeURIComponent(name)}`, html, { 'cache-control': 'no-store', ...headers }),
    )
    const popup = await wallet.popupFor(page)
    const { tags } = await popup.until(`the page of ${name}`, ({ page, tags }) =>
      tags.length > 0 ? tags[0]!.sent > 0n : page.state === 'no-tag' || page.state === 'no-page',
    )
    found[name] = tags.length > 0
    await popup.tab.close()
  }
  recordFigures(`Hostile pages, ${kind}`, {
    'strict policies': Object.keys(POLICIES).length,
    'pages paid under them': Object.values(found).filter((paid) => paid).length,
    'violations reported': reports.length,
  })
  expect(reports).toEqual([])
  expect(found).toMatchObject({ nothing: true, 'trusted types': true, isolated: true })
})

test('markup from a page is text in the popup', async ({ wallet, site }) => {
  const markup = `"><img src=x onerror="window.hit=1"><script>window.hit=1</script>`
  const text = markup.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const html = `<!doctype html><title>${text}</title><meta name="monetization" content="$${text}">`
  const page = await wallet.open(site.page('/', html))
  const popup = await wallet.popupFor(page)
  const { tags } = await popup.until('the tag', ({ tags }) => tags.length === 1)
  expect(tags[0]).toMatchObject({ address: `$${markup}`, reason: 'address-refused' })
  expect(await popup.tab.evaluate('document.body.textContent')).toContain('onerror')
  expect(
    await popup.tab.evaluate(`[window.hit ?? 0, document.querySelectorAll('[src=x]').length]`),
  ).toEqual([0, 0])
})

test('who is asked for an address does not learn which page wants to know', async ({
  wallet,
  localnet,
  site,
}) => {
  const [pointer] = usdPointers(localnet)
  const canary = 'page-canary'
  const asked = await openHostileServer((_, response) =>
    response.writeHead(307, { location: pointer }).end(),
  )
  const html = pageWithLinks({ a: asked.address }, canary)
  const second = site.page(`/${canary}/second`, html, { 'referrer-policy': 'unsafe-url' })
  const page = await wallet.open(site.page(`/${canary}/first`, `<title>${canary}</title>`))
  await page.evaluate(`void (location.href = ${JSON.stringify(`${second}?${canary}#${canary}`)})`)
  await untilHeard(page, 'monetization', 'a')
  expect(await page.evaluate('document.referrer')).toContain(canary)
  const told = asked.requests.map(({ url, rawHeaders }) => [url, ...rawHeaders].join(' '))
  await asked.close()
  expect(told).toHaveLength(1)
  expect(told[0]).not.toContain(canary)
  expect(told[0]).not.toContain(new URL(site.origin).host)
})
