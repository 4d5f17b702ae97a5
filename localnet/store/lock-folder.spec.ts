import type * as fs from 'node:fs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { lockFolder } from './lock-folder.ts'

/** What another process does right after ours has read who holds the folder. */
const other = vi.hoisted(() => ({ acts: () => {} }))
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const readFileSync = (path: string, encoding: BufferEncoding) => {
    const text = real.readFileSync(path, encoding)
    if (path.endsWith('in-use-by')) other.acts()
    return text
  }
  return { ...real, readFileSync }
})

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => {
  other.acts = () => {}
  folder.remove()
})
const leave = (text: string): void => writeFileSync(join(folder.path, 'in-use-by'), text)

it('gives the folder of a killed process to one of two that come at the same time', () => {
  leave('999999999\n')
  const got: string[] = []
  const refused: unknown[] = []
  const take = (who: string): void => {
    try {
      lockFolder(folder.path)
      got.push(who)
    } catch (error) {
      refused.push(error)
    }
  }
  other.acts = () => {
    other.acts = () => {}
    take('second')
  }
  take('first')
  expect(got).toEqual(['first'])
  expect(refused).toEqual([
    expect.objectContaining({ message: expect.stringContaining('is being opened') as string }),
  ])
  expect(() => lockFolder(folder.path)).toThrow(`in use by process ${process.pid}`)
})

it.runIf(process.platform === 'linux')(
  'knows a killed process whose number another one has by now, even ourselves',
  () => {
    for (const pid of [process.pid, process.ppid]) {
      leave(`${pid} 1\n`)
      lockFolder(folder.path)()
    }
    leave(`${process.ppid}\n`)
    expect(() => lockFolder(folder.path)).toThrow(`in use by process ${process.ppid}`)
  },
)
