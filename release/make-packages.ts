import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension } from '../demo/build-extension.ts'
import { buildPackages } from './build-packages.ts'
import { isCheckout } from './checkout.ts'
import { findProblems } from './find-problems.ts'
import { lintForFirefox } from './lint-for-firefox.ts'
import { treeProblems } from './tree-problems.ts'

/** What is said of packages that were made, or why there are none. */
export type Made = { readonly said: string } | { readonly problems: readonly string[] }

const STEPS = { build: buildExtension, lint: lintForFirefox }

/** Builds, lints and packs what is in `root`, into its folder `packages`. */
export const makePackages = async (root: string, { build, lint } = STEPS): Promise<Made> => {
  const problems = findProblems(root)
  if (problems.length > 0) return { problems }
  await build('firefox', root)
  const firefox = await lint(join(root, 'dist', 'firefox'))
  if (firefox.problems.length > 0) return firefox
  const files = buildPackages(root)
  // Once more, after the last file was read: that took a minute, in which somebody may have gone on working.
  const changed = treeProblems(root)
  if (changed.length > 0) return { problems: changed }
  const folder = join(root, 'packages')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  const said = [
    `Firefox's linter: ${firefox.summary}\n`,
    ...(isCheckout(root) ? [] : ['No git checkout, and so no source package.\n']),
    `${Buffer.from(files.get('SHA256SUMS')!).toString()}In ${folder}\n`,
  ]
  return { said: said.join('') }
}
