import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Announcement } from '../announcement.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

export type Run = ChildProcessWithoutNullStreams

/** In a process group of its own, whose number is the child's pid: what Ctrl-C in a terminal speaks to. */
export const runLocalnet = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Run =>
  spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    detached: true,
    env: { ...process.env, ...env },
  })

/** The first line that it prints with `--json`. */
export const announced = async (child: Run): Promise<Announcement> => {
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return JSON.parse(line) as Announcement
}

export const pressCtrlC = ({ pid }: Run): boolean => process.kill(-pid!, 'SIGINT')

export const groupLives = ({ pid }: Run): boolean => {
  try {
    return process.kill(-pid!, 0)
  } catch {
    return false
  }
}
