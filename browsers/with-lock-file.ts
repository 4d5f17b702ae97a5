import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onProcessExit } from './exit-hook.ts'
import { waitUntil } from './wait-until.ts'

const WAIT_MS = 15 * 60_000
const folder = join(tmpdir(), 'tributary-locks')

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function tryToTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // The holder may have died with the lock in its hand; the next try then finds it free.
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder > 0 && !alive(holder)) rmSync(file, { force: true })
    return false
  }
}

/** Does something while no other process on this machine does it. */
export async function withLockFile<T>(name: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  const take = () => Promise.resolve(tryToTake(file) ? true : null)
  await waitUntil(take, { what: `the lock ${file}`, timeoutMs: WAIT_MS })
  const release = () => rmSync(file, { force: true })
  const forget = onProcessExit(release)
  try {
    return await work()
  } finally {
    forget()
    release()
  }
}
