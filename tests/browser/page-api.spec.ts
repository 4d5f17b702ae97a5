import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { builtExtension } from './kit/wallet-browser.ts'

/** The first thing that runs in a page, as feature tests of real sites do. */
const FEATURE_TEST = `
  window.blocked = []
  document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.blockedURI))
  window.found = {
    v1: document.monetization?.state,
    v2: document.createElement('link').relList.supports('monetization'),
    event: typeof MonetizationEvent,
    handler: 'onmonetization' in document.createElement('link'),
  }`

const POLICIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no policy': {},
  'a strict policy': {
    'content-security-policy': `default-src 'none'; script-src 'nonce-abc'; img-src data:; require-trusted-types-for 'script'; report-uri /report`,
  },
}

for (const [name, headers] of Object.entries(POLICIES))
  test(`the first script of a page finds the API, with ${name}`, async ({
    wallet,
    localnet,
    site,
  }) => {
    let reports = 0
    site.answer('/report', (_, response) => {
      reports += 1
      response.end()
    })
    const [pointer] = usdPointers(localnet)
    const link = pageWithLinks({ a: pointer }).replace('<script>', '<script nonce="abc">')
    // Or Firefox asks for /favicon.ico, and the policy forbids that.
    const icon = '<link rel="icon" href="data:,">'
    const html = `${icon}<script nonce="abc">${FEATURE_TEST}</script>${link}`
    const page = await wallet.open(site.page('/', html, headers))
    await untilHeard(page, 'monetization', 'a')
    expect(await page.evaluate('found')).toEqual({
      v1: 'stopped',
      v2: true,
      event: 'function',
      handler: true,
    })
    expect(await page.evaluate('blocked')).toEqual([])
    expect(reports).toBe(0)
  })

test('a page without tags wakes nobody', async ({ wallet, localnet, site }) => {
  const [pointer] = usdPointers(localnet)
  const page = await wallet.open(site.page('/', pageWithLinks({})))
  const popup = await wallet.popupFor(page)
  await popup.until('a page that asks for nothing', ({ page }) => page.state === 'no-tag')
  await popup.tab.close()
  await wallet.driver.killBackground()
  await page.reload()
  await page.goto(site.page('/other', pageWithLinks({}, 'Other')))
  await page.evaluate(`void window.postMessage({ kind: 'facts', visible: true, tags: [] }, '*')`)
  expect(await wallet.driver.backgroundRunning()).toBe(false)
  await page.goto(site.page('/tagged', pageWithLinks({ a: pointer })))
  await untilHeard(page, 'monetization', 'a')
  expect(await wallet.driver.backgroundRunning()).toBe(true)
})

test('the built extension opens no door to pages', ({ kind }) => {
  const path = join(builtExtension(kind), 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
    content_scripts: readonly { js: readonly string[]; world?: string; run_at: string }[]
    permissions: readonly string[]
    optional_permissions: readonly string[]
  }
  expect(Object.keys(manifest)).not.toContain('web_accessible_resources')
  expect(Object.keys(manifest)).not.toContain('externally_connectable')
  expect(manifest.permissions).toEqual(['storage', 'webNavigation', 'contextMenus'])
  expect(manifest.optional_permissions).toEqual(['idle', 'notifications'])
  // A loader would come after the page's first script.
  const scripts = manifest.content_scripts.flatMap(({ js }) => js)
  expect(scripts).toHaveLength(3)
  for (const script of scripts) expect(script).not.toContain('loader')
  expect(manifest.content_scripts.map(({ run_at }) => run_at)).toEqual([
    'document_start',
    'document_start',
  ])
})

/** Which of the pieces that pages use are others than before the page script ran (once more). */
const changedBy = (act: string): string => `(() => {
  const getter = (owner) => Object.getOwnPropertyDescriptor(owner, 'onmonetization')?.get
  const pieces = () => ({
    MonetizationEvent: window.MonetizationEvent,
    MonetizationCurrencyAmount: window.MonetizationCurrencyAmount,
    supports: DOMTokenList.prototype.supports,
    legacy: document.monetization,
    element: getter(Node.prototype),
    document: getter(Document.prototype),
    window: getter(window),
  })
  const before = pieces()
  ;${act};
  const after = pieces()
  return Object.keys(after).filter((name) => after[name] !== before[name])
})()`

test('each piece is provided only where the browser has none', async ({ wallet, site, kind }) => {
  const provide = readFileSync(join(builtExtension(kind), 'page', 'page.iife.js'), 'utf8')
  const page = await wallet.open(site.page('/', '<title>Native</title>'))
  // To the script, what it has provided the first time is the browser's own.
  expect(await page.evaluate(changedBy(provide))).toEqual([])
  // Whoever has the event has links too: to ask one would cost every page.
  const event = await page.evaluate(changedBy(`delete window.MonetizationEvent; ${provide}`))
  expect(event).toEqual(['MonetizationEvent', 'supports'])
  const ofDocument = 'delete Document.prototype.onmonetization'
  for (const [names, taken] of [
    [['legacy'], 'delete document.monetization'],
    [['document'], ofDocument],
    // Elements have it wherever documents have it.
    [['element', 'document'], `delete Node.prototype.onmonetization; ${ofDocument}`],
    [['window'], 'delete window.onmonetization'],
  ] as const)
    expect(await page.evaluate(changedBy(`${taken}; ${provide}`))).toEqual(names)
})
