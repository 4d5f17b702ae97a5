import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findBrowser, searchBrowser } from './find-browser.ts'

let folder: string

/** A program that does nothing but tell its version. */
function fake(name: string, version: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\necho "${version}"\n`)
  chmodSync(path, 0o755)
  return path
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tributary-path-'))
  vi.stubEnv('PATH', folder)
  vi.stubEnv('TRIBUTARY_CHROME', '')
  vi.stubEnv('TRIBUTARY_FIREFOX', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe.skipIf(process.platform === 'win32')('a browser', () => {
  it('is the one the variable names', async () => {
    fake('chromium', 'Chromium 130.0')
    const mine = fake('my-chromium', 'Chromium 131.0')
    vi.stubEnv('TRIBUTARY_CHROME', mine)
    expect(await findBrowser('chrome')).toBe(mine)
  })

  it('is not looked for elsewhere if the variable is wrong', async () => {
    fake('firefox', 'Mozilla Firefox 140.0')
    vi.stubEnv('TRIBUTARY_FIREFOX', join(folder, 'none'))
    await expect(findBrowser('firefox')).rejects.toThrow(/TRIBUTARY_FIREFOX: .* is not a program/)
  })

  it('is found on the PATH', async () => {
    const firefox = fake('firefox-esr', 'Mozilla Firefox 140.0')
    expect(await findBrowser('firefox')).toBe(firefox)
  })

  it('is not Google Chrome itself, but may be Chrome for Testing', async () => {
    fake('chromium', 'Google Chrome 130.0')
    const testing = fake('chromium-browser', 'Google Chrome for Testing 130.0')
    const { path, passedOver } = await searchBrowser('chrome')
    expect(path).toBe(testing)
    expect(passedOver).toEqual([expect.stringContaining('refuses to load unpacked extensions')])
  })

  it('is no snap', async () => {
    const stub = join(folder, 'firefox-esr')
    writeFileSync(stub, '#!/bin/sh\nexec /snap/bin/firefox "$@"\n')
    chmodSync(stub, 0o755)
    expect((await searchBrowser('firefox')).passedOver[0]).toMatch(/is a snap/)
  })
})
