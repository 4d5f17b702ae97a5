import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve, type Served } from '../fixtures/serve.ts'
import { TOY_EXTENSION_DIR } from '../fixtures/toy-extension-dir.ts'
import { waitUntil } from '../wait-until.ts'
import type { BareChromium } from './bare-chromium.ts'
import { launchBareChromium } from './launch-bare-chromium.ts'

const PAGE = `<title>Site</title><script>
  let last = Promise.resolve()
  const say = () => {
    const state = document.visibilityState
    last = last.then(() => fetch('/state?' + location.pathname + '=' + state))
  }
  document.addEventListener('visibilitychange', say)
  say()
</script>`

const states = new Map<string, string>()
let site: Served
let browser: BareChromium

/** Pages tell their visibility themselves: asking them would take a debugger. */
async function reported(expected: Readonly<Record<string, string>>): Promise<void> {
  const all = () => Object.entries(expected).every(([page, state]) => states.get(page) === state)
  await waitUntil(() => Promise.resolve(all() ? true : null), { what: JSON.stringify(expected) })
}

beforeAll(async () => {
  site = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://site')
    if (pathname !== '/state') {
      response.setHeader('content-type', 'text/html').end(PAGE)
      return
    }
    for (const [page, state] of searchParams) states.set(page, state)
    response.end()
  })
  const url = `http://127.0.0.1:${site.port}/a`
  browser = await launchBareChromium({ extensionDir: TOY_EXTENSION_DIR, url })
})

afterAll(async () => {
  await browser?.stop()
  await site?.close()
})

it('lets tabs behind another know that they are hidden', async () => {
  await reported({ '/a': 'visible' })
  const b = await browser.open(`http://127.0.0.1:${site.port}/b`)
  await reported({ '/a': 'hidden', '/b': 'visible' })
  const a = (await browser.list()).find(({ url }) => url.endsWith('/a'))
  expect(a?.type).toBe('page')
  await browser.activate(a?.id ?? '')
  await reported({ '/a': 'visible', '/b': 'hidden' })
  await browser.activate(b)
  await reported({ '/a': 'hidden', '/b': 'visible' })
  await browser.close(b)
  await reported({ '/a': 'visible', '/b': 'hidden' })
})

it('has the extension and its background', async () => {
  await waitUntil(async () => ((await browser.backgroundRunning()) ? true : null), {
    what: 'the background to run',
  })
})
