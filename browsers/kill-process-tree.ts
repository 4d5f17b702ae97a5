import { spawnSync } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'

const WINDOWS = process.platform === 'win32'

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

/** Kills a browser that was started as the leader of a process group, and all it started, at once. */
export function killProcessTree(pid: number): void {
  if (WINDOWS) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  if (!signal(-pid, 'SIGKILL')) signal(pid, 'SIGKILL')
}

/** Whether any process of that group is left. */
export function processTreeAlive(pid: number): boolean {
  return signal(WINDOWS ? pid : -pid, 0)
}

/** Waits until the whole group has ended; says whether it did. */
export async function processTreeEnded(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (processTreeAlive(pid)) {
    if (Date.now() > deadline) return false
    await delay(25)
  }
  return true
}
