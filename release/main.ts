import { ROOT } from '../demo/root.ts'
import { makePackages } from './make-packages.ts'

const made = await makePackages(ROOT)
if ('said' in made) process.stdout.write(made.said)
else {
  const problems = made.problems.map((one) => `- ${one}\n`).join('')
  process.stderr.write(`No package was made.\n${problems}`)
  process.exitCode = 1
}
