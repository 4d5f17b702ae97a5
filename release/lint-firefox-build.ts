import { join } from 'node:path'
import { lintForFirefox } from './lint-for-firefox.ts'
import { ROOT } from '../demo/root.ts'

const { problems, summary } = await lintForFirefox(join(ROOT, 'dist', 'firefox'))
for (const problem of problems) console.error(problem)
console.log(summary)
if (problems.length > 0) process.exitCode = 1
