import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { killProcessTree, processTreeAlive, processTreeEnded } from './kill-process-tree.ts'

const OWNER = `
  import { spawn } from 'node:child_process'
  import { OwnedProcess } from ${JSON.stringify(new URL('./owned-process.ts', import.meta.url).href)}
  const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' })
  new OwnedProcess(child.pid, { dir: '.', fresh: false })
  process.stdin.once('data', () => { throw new Error('unforeseen') })
  console.log(child.pid)
`

describe.skipIf(process.platform === 'win32')('what was started', () => {
  it.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'an error'] as const)(
    'ends with us: %s',
    async (end) => {
      const owner = spawn(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '--eval', OWNER],
        { stdio: ['pipe', 'pipe', 'ignore'] },
      )
      const [said] = (await once(owner.stdout, 'data')) as [Buffer]
      const pid = Number(said.toString())
      expect(processTreeAlive(pid)).toBe(true)
      if (end === 'an error') owner.stdin.write('now\n')
      else owner.kill(end)
      const [code, signal] = (await once(owner, 'exit')) as [number | null, string | null]
      expect(signal ?? code).toBe(end === 'an error' ? 1 : end)
      expect(await processTreeEnded(pid, 45_000)).toBe(true)
      killProcessTree(pid)
    },
  )
})
