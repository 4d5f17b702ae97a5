import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Takes the folder for this process, also from one that was killed with it in hand. The result gives it back. Throws
 * where a living process has it.
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = join(folder, 'in-use-by')
  const take = () => writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
  try {
    take()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder > 0 && lives(holder)) {
      const words = `${folder} is in use by process ${holder}. If that is no localnet, delete ${file}.`
      throw new Error(words, { cause: error })
    }
    rmSync(file, { force: true })
    take()
  }
  return () => rmSync(file, { force: true })
}
