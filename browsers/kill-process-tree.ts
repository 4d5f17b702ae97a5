import { spawnSync } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { linuxGroupRuns } from './linux-group-runs.ts'

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
  if (WINDOWS) return signal(pid, 0)
  return signal(-pid, 0) && (process.platform !== 'linux' || linuxGroupRuns(pid))
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
