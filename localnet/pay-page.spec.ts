import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processesNaming } from '../browsers/fixtures/processes-naming.ts'
import { serve } from '../browsers/fixtures/serve.ts'
import type { ThrowawayCa } from '../browsers/throwaway-ca.ts'
import { Closers } from './closers.ts'
import { announced, groupLives, pressCtrlC, runLocalnet } from './testing/run-localnet.ts'
import { selfSigned } from './testing/self-signed.ts'

/** Where the command keeps what passes: a browser with a profile in there is one of its own. */
let folder = ''
let closers = new Closers()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pay-page-'))
  closers = new Closers()
})
afterEach(async () => {
  await closers.closeAll()
  rmSync(folder, { recursive: true, force: true })
})

/** Each builds the extension and starts a browser, on whatever machine. */
const PATIENCE_MS = 150_000

const PAID = /paid \d\S*, received \d\S* USD/

/** Serves a page with a tag for the pointer that is there by then. */
const servePage = async (pointer: Promise<string>, ca?: ThrowawayCa) => {
  let note: () => void = () => undefined
  /** Resolves once somebody wants to see it. */
  const asked = new Promise<void>((resolve) => (note = resolve))
  const site = await serve((_, response) => {
    note()
    void pointer.then((url) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<title>Mine</title><link rel="monetization" href="${url}">`)
    })
  }, ca)
  closers.add(() => site.close())
  return { asked, url: ca ? `https://localhost:${site.port}/` : `http://127.0.0.1:${site.port}/` }
}

/** The command for a page, and the way to give the page its tag. */
const startCommand = async (browser: string, ca?: ThrowawayCa) => {
  let tell: (pointer: string) => void = () => undefined
  const page = await servePage(new Promise((resolve) => (tell = resolve)), ca)
  const caFile = join(folder, 'ca.pem')
  if (ca) writeFileSync(caFile, ca.caCertPem)
  const command = runLocalnet(
    [
      '--json',
      '--pay',
      page.url,
      '--headless',
      '--browser',
      browser,
      ...(ca ? ['--ca', caFile] : []),
    ],
    { TMPDIR: folder },
  )
  closers.add(() => void (groupLives(command) && process.kill(-command.pid!, 'SIGTERM')))
  return { command, tell, asked: page.asked }
}

/** Runs the command until the page is paid, ends it as Ctrl-C does, and gives what it said. */
const payUntilEnded = async (browser: string, ca?: ThrowawayCa): Promise<string> => {
  const { command, tell } = await startCommand(browser, ca)
  const exited = once(command, 'exit')
  let said = ''
  command.stderr.on('data', (data) => (said += String(data)))
  const { wallets } = await announced(command)
  tell(wallets[0]?.url ?? '')
  const over = () => PAID.test(said) || command.exitCode !== null
  await expect.poll(over, { timeout: PATIENCE_MS }).toBe(true)
  expect(said).toMatch(PAID)

  const browsers = () => processesNaming(join(folder, 'tributary-profile-'))
  expect(browsers()).not.toEqual([])
  pressCtrlC(command)
  expect(await exited).toEqual([0, null])
  await expect.poll(browsers).toEqual([])
  await expect.poll(() => groupLives(command)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.startsWith('tributary-'))).toEqual([])
  return said
}

/** As development servers make one that nobody else knows of. */
const byItself = (): ThrowawayCa => {
  const { cert, key } = selfSigned('localhost')
  return { caCertPem: String(cert), chainPem: String(cert), keyPem: String(key) }
}

test.each([
  ['http, by Chromium', 'chrome', undefined],
  ['https with a certificate signed by itself, by Firefox', 'firefox', byItself],
])(
  'a page over %s is paid until Ctrl-C, and nothing stays',
  async (_, browser, certify) => {
    const said = await payUntilEnded(browser, certify?.())
    expect(said).toContain('it answers, and this network can pay it')
    expect(said).not.toContain('wrong')
  },
  2 * PATIENCE_MS,
)

test('Ctrl-C ends the check of a page that does not answer, and opens no browser', async () => {
  const { command, asked } = await startCommand('chrome', byItself())
  const exited = once(command, 'exit')
  await asked
  pressCtrlC(command)
  expect(await exited).toEqual([0, null])
  await expect.poll(() => groupLives(command)).toBe(false)
})
