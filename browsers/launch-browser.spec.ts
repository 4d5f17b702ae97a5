import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserDriver, Tab } from './driver.ts'
import { processesNaming } from './fixtures/processes-naming.ts'
import { serve, type Served } from './fixtures/serve.ts'
import { TOY_EXTENSION_DIR } from './fixtures/toy-extension-dir.ts'
import { launchBrowser } from './launch-browser.ts'
import { makeThrowawayCa } from './throwaway-ca.ts'
import { waitUntil } from './wait-until.ts'

interface Reply {
  readonly count?: number
  readonly bornAt: string
  readonly text?: string
  readonly error?: string
}

const ca = makeThrowawayCa(['wallet.example'])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const ask = (popup: Tab, message: object) =>
  popup.evaluate<Reply>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`)

async function noProcessLeft(profileDir: string): Promise<void> {
  await waitUntil(() => Promise.resolve(processesNaming(profileDir).length === 0 ? true : null), {
    what: 'the last process of the browser to end',
  })
}

describe.each(['chrome', 'firefox'] as const)('%s', (kind) => {
  let wallet: Served
  let site: Served
  let driver: BrowserDriver
  let page: Tab
  let popup: Tab
  const profileDir = mkdtempSync(join(tmpdir(), 'tributary-kept-'))

  const launch = () =>
    launchBrowser({
      kind,
      extensionDir: TOY_EXTENSION_DIR,
      profileDir,
      hostMap: [{ host: 'wallet.example', port: wallet.port }],
      trustedCas: [ca.caCertPem],
      windowSize: { width: 1000, height: 800 },
    })

  beforeAll(async () => {
    wallet = await serve((request, response) => response.end(`hello ${request.headers.host}`), ca)
    site = await serve((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<title>Site</title><h1>Hello</h1>')
    })
    driver = await launch()
    page = await driver.openTab(`http://127.0.0.1:${site.port}/`)
    popup = await driver.openPopupFor(page)
  })

  afterAll(async () => {
    await driver?.close()
    await wallet?.close()
    await site?.close()
    rmSync(profileDir, { recursive: true, force: true })
  })

  it('tells tabs of the same address apart by their numbers', async () => {
    const twin = await driver.openTab(await page.url())
    const ids = [await driver.tabIdOf(page), await driver.tabIdOf(twin)]
    expect(new Set(ids).size).toBe(2)
    expect(await popup.url()).toBe(`${driver.extensionOrigin}/popup.html?tabId=${ids[0]}`)
    expect(await popup.evaluate(`chrome.tabs.get(${ids[1]}).then((tab) => tab.title)`)).toBe('Site')
    await twin.close()
  })

  it('leaves the page visible while its popup is open', async () => {
    await page.bringToFront()
    for (const tab of [page, popup])
      await tab.waitFor(`document.visibilityState === 'visible'`, { what: 'it to be seen' })
    expect(await page.text('h1')).toBe('Hello')
  })

  it('fills, ticks, switches and presses what people see', async () => {
    await popup.fillField('Name', 'Ann')
    await popup.fillField('Monthly budget', '5.00')
    await popup.setCheckbox('Developer mode', true)
    await popup.setSwitch('Payments', true)
    await popup.setSwitch('Drawn switch', true)
    const state = `[...document.querySelectorAll('input')].map((input) => input.type === 'checkbox' ? input.checked : input.value)`
    expect(await popup.evaluate(state)).toEqual(['Ann', '5.00', true, true])
    await popup.clickButton('Count')
    await popup.waitFor(`document.querySelector('output').textContent`, { what: 'the count' })
    expect(await popup.text('output')).toBe('Ann 1 trusted')
    await popup.setSwitch('Payments', false)
    expect(await popup.evaluate(`document.querySelectorAll('[aria-checked=false]').length`)).toBe(1)
  })

  it('presses nothing else where what it presses moves under the pointer', async () => {
    const tab = await driver.openTab(await page.url())
    await tab.evaluate(`(() => {
      document.body.innerHTML = '<style>button { display: block; height: 40px }</style><main></main><button>Go</button>'
      window.pressed = []
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        document.addEventListener(type, ({ target }) => pressed.push(type + ' ' + target.textContent))
      document.addEventListener('pointermove', () => {
        document.querySelector('main').innerHTML = '<button>Trap</button>'
      })
    })()`)
    await tab.clickButton('Go')
    expect(await tab.evaluate('pressed')).toEqual([
      'pointerdown Go',
      'mousedown Go',
      'pointerup Go',
      'mouseup Go',
      'click Go',
    ])
    await tab.close()
  })

  it('says what it waited for in vain', async () => {
    const waiting = popup.waitFor('false', { what: 'pigs to fly', timeoutMs: 100 })
    await expect(waiting).rejects.toThrow('Waited 100 ms in vain for pigs to fly')
  })

  it('takes pictures', async () => {
    const path = join(profileDir, 'popup.png')
    await popup.screenshot(path)
    const picture = readFileSync(path)
    expect(picture.subarray(0, 8)).toEqual(PNG)
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([400, 600])
  })

  it('lets the background reach mapped hosts over trusted TLS, and no others', async () => {
    const mapped = await ask(popup, { ask: 'fetch', url: 'https://wallet.example/ok' })
    expect(mapped).toMatchObject({ text: 'hello wallet.example' })
    const other = await ask(popup, { ask: 'fetch', url: `https://localhost.test:${wallet.port}/` })
    expect(other.error).toMatch(/TypeError/)
  })

  it('revives a killed background', async () => {
    const before = await ask(popup, { ask: 'birth' })
    await driver.killBackground()
    expect(await driver.backgroundRunning()).toBe(false)
    const after = await ask(popup, { ask: 'birth' })
    expect(after.bornAt).not.toBe(before.bornAt)
    expect(await driver.backgroundRunning()).toBe(true)
  })

  it('keeps origin and storage over a quit and over a crash', async () => {
    const { extensionOrigin } = driver
    const counts = [await ask(popup, { ask: 'count' })]
    for (const end of ['close', 'kill'] as const) {
      await driver[end]()
      await noProcessLeft(profileDir)
      driver = await launch()
      expect(driver.extensionOrigin).toBe(extensionOrigin)
      popup = await driver.newWindow(`${extensionOrigin}/popup.html`)
      counts.push(await ask(popup, { ask: 'count' }))
    }
    expect(counts.map(({ count }) => count)).toEqual([2, 3, 4])
    expect(await popup.evaluate(`chrome.storage.local.get('n')`)).toEqual({ n: 4 })
  })

  it('leaves neither process nor fresh profile', async () => {
    const passing = await launchBrowser({ kind, extensionDir: TOY_EXTENSION_DIR })
    expect(processesNaming(passing.profileDir)).not.toEqual([])
    await passing.kill()
    await noProcessLeft(passing.profileDir)
    expect(existsSync(passing.profileDir)).toBe(false)
  })
})
