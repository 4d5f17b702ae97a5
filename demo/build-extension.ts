import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserKind } from '../browsers/browser-kind.ts'
import { ROOT } from './root.ts'

const run = promisify(execFile)

/** As `npm run build` does; its words are passed on only where it fails. Returns the folder for this browser. */
export const buildExtension = async (kind: BrowserKind, root = ROOT): Promise<string> => {
  try {
    await run(process.execPath, ['--import', 'tsx', 'extension/build.ts', '--quiet'], { cwd: root })
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout: string; stderr: string }
    process.stderr.write(`${stdout}${stderr}`)
    throw new Error('The extension could not be built; what went wrong is above.', { cause })
  }
  return join(root, 'dist', kind)
}
