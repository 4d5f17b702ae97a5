import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { BrowserKind } from './browser-kind.ts'
import { BROWSER_NAMES } from './browser-names.ts'

// Another apt may be at work, as on a machine that has just started.
const APT = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']

function osRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

function idsOf(release: string): readonly string[] {
  const lines = release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)
  return [...lines].flatMap(([, ids = '']) => ids.split(' '))
}

async function aptGet(...args: readonly string[]): Promise<void> {
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    const child = spawn('apt-get', [...APT, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said.push(chunk.toString())
        process.stderr.write(chunk)
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`apt-get ${args[0]} failed: ${lastError(said.join(''))}`))
    })
  })
}

function lastError(output: string): string {
  const lines = output.trim().split('\n')
  return lines.findLast((line) => line.startsWith('E:')) ?? lines.at(-1) ?? 'it said nothing'
}

/** Installs a browser from the packages of Debian and its kin; elsewhere the error says what to do. */
export async function installBrowser(kind: BrowserKind): Promise<void> {
  const { label, debianPackage, advice } = BROWSER_NAMES[kind]
  const ids = idsOf(osRelease())
  if (process.platform !== 'linux' || !ids.includes('debian')) {
    throw new Error(`${label} can be installed for you only on Debian. ${advice}.`)
  }
  // Its packages of both browsers are stubs that fetch a snap, which cannot be used.
  if (ids.includes('ubuntu')) throw new Error(`Ubuntu has ${label} as a snap only. ${advice}.`)
  if (process.getuid?.() !== 0) {
    throw new Error(`Only root can install ${label}: \`sudo apt-get install ${debianPackage}\`.`)
  }
  process.stderr.write(`Installing ${label} with apt-get\n`)
  try {
    await aptGet('update')
    await aptGet('install', '-y', '--no-install-recommends', debianPackage)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${label} could not be installed (${reason}). ${advice}.`, { cause: error })
  }
}
