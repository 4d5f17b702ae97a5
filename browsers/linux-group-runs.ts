import { readdirSync, readFileSync } from 'node:fs'

/** A member's state and group, from the fields after the name, which may itself hold brackets. */
function stateAndGroup(pid: string): readonly [state: string, group: number] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', , group = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [state, Number(group)]
  } catch {
    // It ended since the folder was listed.
    return null
  }
}

/**
 * Whether a process of that group runs, on Linux. In a container without an init process the dead
 * of a killed browser are never collected, and still count for `kill(2)`.
 */
export function linuxGroupRuns(group: number): boolean {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.some((pid) => {
    const found = stateAndGroup(pid)
    return found !== null && found[1] === group && found[0] !== 'Z' && found[0] !== 'X'
  })
}
