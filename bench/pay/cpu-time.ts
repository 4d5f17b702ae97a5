import { readdirSync, readFileSync } from 'node:fs'
import type { BrowserDriver } from '../../browsers/driver.ts'

/** Of Linux, on every machine that it runs on: the unit of /proc. */
const TICK_MS = 10

/** Milliseconds of processor time. */
export interface CpuTime {
  /** Of the processes that extensions have for themselves. */
  readonly extension: number
  readonly browser: number
}

interface Process {
  readonly pid: number
  readonly group: number
  readonly ms: number
  readonly name: string
  readonly command: string
}

const processOf = (pid: string): Process[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    // The name may itself hold brackets and spaces.
    const end = stat.lastIndexOf(')')
    const fields = stat.slice(end + 2).split(' ')
    const [group, user, system] = [fields[2], fields[11], fields[12]].map(Number)
    const name = stat.slice(stat.indexOf('(') + 1, end)
    const ms = ((user ?? 0) + (system ?? 0)) * TICK_MS
    return [{ pid: Number(pid), group: group ?? 0, ms, name, command }]
  } catch {
    // It ended since the folder was listed.
    return []
  }
}

/** Chromium says it in the command line, Firefox in the name. */
const isExtensions = ({ name, command }: Process): boolean =>
  command.includes('--extension-process') || name === 'WebExtensions'

/** Null where there is no /proc. */
export const cpuTimeOf = ({ profileDir }: BrowserDriver): CpuTime | null => {
  if (process.platform !== 'linux') return null
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processOf)
  const leader = all.find(
    ({ pid, group, command }) => pid === group && command.includes(profileDir),
  )
  const own = all.filter(({ group }) => group === leader?.pid)
  const sum = (some: readonly Process[]): number => some.reduce((total, { ms }) => total + ms, 0)
  return { extension: sum(own.filter(isExtensions)), browser: sum(own) }
}
