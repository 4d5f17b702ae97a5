import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installBrowser } from './install-browser.ts'

let folder: string

/** Puts an apt-get first on the PATH that notes how it was called. */
function fakeAptGet(then: string): void {
  const path = join(folder, 'apt-get')
  writeFileSync(
    path,
    `#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> ${join(folder, 'calls')}\n${then}\n`,
  )
  chmodSync(path, 0o755)
}

const debianRoot =
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tributary-apt-'))
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

describe.runIf(debianRoot)('on Debian, root', () => {
  it('gets the package after a fresh list', async () => {
    fakeAptGet('exit 0')
    await installBrowser('firefox')
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
    expect(calls).toHaveLength(2)
    expect(calls[0]).toMatch(/^noninteractive .* update$/)
    expect(calls[1]).toMatch(/^noninteractive .* install -y --no-install-recommends firefox-esr$/)
  })

  it('hears why there is none, and what to do', async () => {
    fakeAptGet('echo "E: Unable to locate package chromium" >&2; exit 100')
    await expect(installBrowser('chrome')).rejects.toThrow(
      /\(apt-get update failed: E: Unable to locate package chromium\)\. Install Chromium/,
    )
  })
})
