import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../demo/root.ts'

/**
 * `npm run bench`: all groups one after the other, each as `npm run bench:NAME` alone would run. `--only page,ui` for some
 * of them, `--json DIR` for the figures of those that write them. Ends with 1 if one of them fails.
 */
const GROUPS = ['page', 'ui', 'journal', 'pay', 'scale', 'worker']
/** It prints its figures, and writes none. */
const WITHOUT_JSON = ['journal']

const { values } = parseArgs({
  options: { only: { type: 'string', default: GROUPS.join(',') }, json: { type: 'string' } },
})
const chosen = values.only.split(',')
const unknown = chosen.filter((name) => !GROUPS.includes(name))
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}: ${GROUPS.join(', ')}`)
if (values.json !== undefined) mkdirSync(values.json, { recursive: true })

const run = async (group: string): Promise<boolean> => {
  const file = values.json !== undefined && join(values.json, `${group}.json`)
  const args = file && !WITHOUT_JSON.includes(group) ? ['--', '--json', file] : []
  const npm = spawn('npm', ['run', '--silent', `bench:${group}`, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const [code] = (await once(npm, 'exit')) as [number | null]
  return code === 0
}

const failed: string[] = []
for (const [index, group] of chosen.entries()) {
  console.log(`\n[${index + 1} of ${chosen.length}] ${group}`)
  const began = performance.now()
  if (!(await run(group))) failed.push(group)
  console.log(`${group}: ${Math.round((performance.now() - began) / 1_000)} s`)
}
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
