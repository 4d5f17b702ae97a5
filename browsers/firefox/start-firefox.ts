import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { LaunchOptions } from '../launch-options.ts'

const READY = /WebDriver BiDi listening on (ws:\/\/\S+)/
const START_TIMEOUT_MS = 120_000

function firefoxArgs(profileDir: string, options: LaunchOptions): string[] {
  const { headless = true, windowSize } = options
  return [
    '--no-remote',
    '--profile',
    profileDir,
    '--remote-debugging-port=0',
    // Without it BiDi may neither open moz-extension: pages nor stop the background.
    '--remote-allow-system-access',
    ...(headless ? ['--headless'] : []),
    ...(windowSize
      ? ['--width', String(windowSize.width), '--height', String(windowSize.height)]
      : []),
    'about:blank',
  ]
}

/** The address that Firefox prints once it listens. */
async function bidiUrl(child: ChildProcess): Promise<string> {
  const stderr = child.stderr
  if (!stderr) throw new Error('Firefox was started without stderr')
  return await new Promise((resolve, reject) => {
    const late = () => reject(new Error(`Firefox did not start within ${START_TIMEOUT_MS} ms`))
    const timer = setTimeout(late, START_TIMEOUT_MS)
    const said: string[] = []
    // The reader stays: a full pipe would stop the browser.
    createInterface({ input: stderr }).on('line', (line) => {
      if (said.length < 20) said.push(line)
      const url = READY.exec(line)?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      resolve(url)
    })
    const ended = (why: string) => {
      clearTimeout(timer)
      reject(new Error(`Firefox ended while starting (${why}): ${said.join(' | ')}`))
    }
    child.once('error', (error) => ended(error.message))
    child.once('exit', (code, signal) => ended(signal ?? `code ${code}`))
  })
}

/** Starts Firefox as the leader of a process group; `ready` gives its BiDi address. */
export function startFirefox(
  executable: string,
  profileDir: string,
  options: LaunchOptions,
): { readonly pid: number | undefined; readonly ready: Promise<string> } {
  const child = spawn(executable, firefoxArgs(profileDir, options), {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  })
  return { pid: child.pid, ready: bidiUrl(child) }
}
