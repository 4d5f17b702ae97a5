import { recordFigures } from '../figures/record-figures.ts'
import { literalsOf, propertiesOf } from './kit/bundle-names.ts'
import { forgeries } from './kit/forgeries.ts'
import { heardBy, pageWithLinks, RECORDER, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { tapPorts } from './kit/port-tap.ts'
import { recordingGlobals } from './kit/recording-globals.ts'
import { expect, test } from './kit/test.ts'

test('nothing that a page makes up, by whatever name, leaves its content script but one bit, once', async ({
  wallet,
  localnet,
  site,
  kind,
}) => {
  const [pointer] = usdPointers(localnet)
  const names = literalsOf(kind)
  const tap = await tapPorts(wallet)
  const tagged = site.page('/', pageWithLinks({ a: pointer }))
  const page = await wallet.open(tagged)
  await untilHeard(page, 'monetization', 'a')
  const bare = await wallet.openBeside(site.page('/bare', '<title>Bare</title>'))
  const ofPages = async () =>
    (await tap.heard()).filter(({ port, kind }) => port === 'page' && kind !== 'beat')
  const before = await ofPages()
  const forged = await page.evaluate<number>(forgeries(names))
  const forgedThere = await bare.evaluate<number>(forgeries(names))
  const heard = (await heardBy(page)).filter(({ type }) => type === 'monetization').length
  await page.waitFor(
    `heard.filter(({ type, amount }) => type === 'monetization' && amount).length >= ${heard + 2}`,
    { what: 'two more payments' },
  )
  const after = await ofPages()
  recordFigures(`Hostile pages, ${kind}`, {
    'names in the bundles': names.length,
    'forged events and messages': forged + forgedThere,
    'messages because of them': after.length - before.length,
  })
  expect(names).toEqual(expect.arrayContaining(['tributary', 'facts', 'visibilitychange', 'page']))
  expect(forged).toBeGreaterThan(10_000)
  expect(before.map(({ from, kind }) => [from, kind])).toEqual([
    [tagged, null],
    [tagged, 'facts'],
  ])
  // Who makes up payments is taken for another wallet, which is all that can be said of a page from within.
  expect(after).toEqual([...before, { ...before.at(-1), otherWallet: true }])
  const popup = await wallet.popupFor(page)
  const { budget, payments } = await popup.until('the page', ({ page }) => page.state === 'paying')
  expect([budget.limit, payments]).toEqual([1_000n * 10n ** 9n, true])
})

test('a page that replaces all that scripts are built on learns nothing and stops nobody', async ({
  wallet,
  localnet,
  account,
  site,
  kind,
}) => {
  const [one, two] = usdPointers(localnet)
  const canary = '/a-page-of-somebody-else'
  const neighbour = await wallet.openBeside(site.page(canary, pageWithLinks({ n: two })))
  await untilHeard(neighbour, 'monetization', 'n')
  const properties = propertiesOf(kind)
  const link = (id: string) => `<link rel="monetization" id="${id}" href="${one}">`
  site.page('/frame', `<script>parent.hostile(window)</script>${RECORDER}${link('f')}`)
  const page = await wallet.openBeside(
    site.page(
      '/',
      `<!doctype html><title>Hostile</title>${recordingGlobals(properties)}<script>hostile(window)</script>
      ${RECORDER}${link('a')}<meta name="monetization" content="${one}"><body><script>
        const frame = document.createElement('iframe')
        frame.allow = 'monetization'
        document.body.append(frame)
        hostile(frame.contentWindow)
        frame.contentDocument.head.innerHTML = document.getElementById('a').outerHTML
      </script><iframe src="/frame" allow="monetization"></iframe>`,
    ),
  )
  const popup = await wallet.popupFor(page)
  await popup.until('the page to be paid all the same', ({ page }) => page.sent > 0n)
  const paid = async () =>
    (await heardBy(neighbour)).filter(({ type }) => type === 'monetization').length
  const before = await paid()
  await neighbour.waitFor(
    `heard.filter(({ type }) => type === 'monetization').length >= ${before + 2}`,
    { what: 'the other page to be paid' },
  )
  const recorded = await page.evaluate<string>('recorded()')
  const values = JSON.parse(recorded) as string[]
  const secrets = [account.token, account.url, canary, 'chrome-extension:', 'moz-extension:']
  const leaked = secrets.filter((secret) => recorded.includes(secret))
  recordFigures(`Hostile pages, ${kind}`, {
    'setters on Object.prototype': properties.length,
    'values recorded': values.length,
    'secrets in them': leaked.length,
  })
  expect(leaked).toEqual([])
  expect(properties).toEqual(expect.arrayContaining(['tags', 'visible', 'detail', 'legacy']))
  // The page's own script hears what it is paid, so that there is something to be recorded.
  expect(values.filter((value) => value.includes('amount')).length).toBeGreaterThan(0)
  const { budget, payments } = await popup.look()
  expect([budget.limit, payments]).toEqual([1_000n * 10n ** 9n, true])
})
