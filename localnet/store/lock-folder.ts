import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process, and where the system tells it when that began: numbers are given out again, in a container at once. */
interface Holder {
  readonly pid: number
  readonly start: string | undefined
}

/** In the system's own ticks. */
const startOf = (pid: number): string | undefined => {
  try {
    // The second field is the program's name, in brackets, and may hold anything; this is the twenty-second.
    const [, fields = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return fields.split(' ')[19]
  } catch {
    return undefined
  }
}

const lives = ({ pid, start }: Holder): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is one, too.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = startOf(pid)
  return start === undefined || now === undefined || start === now
}

const holderIn = (file: string): Holder | null => {
  try {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ')
    return Number(pid) > 0 ? { pid: Number(pid), start } : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * One at a time, so that of two that find a dead process's file only one takes its place. Only a kill at this very moment
 * leaves the guard behind: then somebody has to delete it, which is better than two that write.
 */
const oneAtATime = (folder: string, work: () => void): void => {
  const guard = join(folder, 'in-use-by.guard')
  try {
    writeFileSync(guard, '', { flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    const words = `${folder} is being opened by another process. If there is none, delete ${guard}.`
    throw new Error(words, { cause })
  }
  try {
    work()
  } finally {
    rmSync(guard, { force: true })
  }
}

/**
 * Takes the folder for this process, also from one that was killed with it in hand. The result gives it back. Throws
 * where a living process has it.
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = join(folder, 'in-use-by')
  oneAtATime(folder, () => {
    const holder = holderIn(file)
    if (holder && lives(holder))
      throw new Error(
        `${folder} is in use by process ${holder.pid}. If that is no localnet, delete ${file}.`,
      )
    writeFileSync(file, `${process.pid} ${startOf(process.pid) ?? ''}\n`)
  })
  return () => rmSync(file, { force: true })
}
