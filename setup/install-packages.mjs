import { spawnSync } from 'node:child_process'
import { ROOT } from './root.mjs'

/** `npm ci`, its words on stderr. Throws where it fails. */
export const installPackages = () => {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=warn']
  const { status, error } = spawnSync('npm', args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    // On Windows npm is a batch file, which only a shell can run.
    shell: process.platform === 'win32',
  })
  if (error) throw new Error(`npm does not run: ${error.message}`)
  if (status !== 0) throw new Error('npm ci failed; what it said is above.')
}
