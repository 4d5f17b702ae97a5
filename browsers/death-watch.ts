import { spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import type { Profile } from './profile.ts'

// Its input ends when we do, however we die. Then: $1 is the process group, $2 a folder to delete.
const WATCH = 'read -r _; kill -s KILL -- "-$1"; [ -z "$2" ] || { sleep 1; rm -rf -- "$2"; }'

/**
 * Has a shell kill the browser should we be killed ourselves, which no exit hook can see. Returns
 * the way to call it off. Windows has no such shell; there the exit hook must do.
 */
export function watchForOurDeath(group: number, { dir, fresh }: Profile): () => void {
  if (process.platform === 'win32') return () => {}
  const shell = spawn('/bin/sh', ['-c', WATCH, 'sh', String(group), fresh ? dir : ''], {
    // Ctrl-C in a terminal goes to our group; the watch must outlive us.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  ;(shell.stdin as Socket).unref()
  return () => shell.kill('SIGKILL')
}
