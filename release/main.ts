import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension } from '../demo/build-extension.ts'
import { ROOT } from '../demo/root.ts'
import { buildPackages } from './build-packages.ts'
import { isCheckout } from './checkout.ts'
import { findProblems } from './find-problems.ts'
import { lintForFirefox } from './lint-for-firefox.ts'

const refuse = (problems: readonly string[]): void => {
  process.stderr.write(`No package was made.\n${problems.map((one) => `- ${one}\n`).join('')}`)
  process.exitCode = 1
}

const makePackages = async (): Promise<void> => {
  const problems = findProblems(ROOT)
  if (problems.length > 0) return refuse(problems)
  await buildExtension('firefox')
  const firefox = await lintForFirefox(join(ROOT, 'dist', 'firefox'))
  if (firefox.problems.length > 0) return refuse(firefox.problems)
  const files = buildPackages(ROOT)
  const folder = join(ROOT, 'packages')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  process.stdout.write(`Firefox's linter: ${firefox.summary}\n`)
  if (!isCheckout(ROOT)) process.stdout.write('No git checkout, and so no source package.\n')
  process.stdout.write(`${Buffer.from(files.get('SHA256SUMS')!).toString()}In ${folder}\n`)
}

await makePackages()
