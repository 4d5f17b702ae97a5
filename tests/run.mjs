import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countPlaywright, countVitest } from '../setup/count-tests.mjs'
import { failedPlaywright, failedVitest } from '../setup/failed-tests.mjs'
import { figuresTable } from '../setup/figures-table.mjs'
import { prepareCheckout } from '../setup/prepare-checkout.mjs'
import { ROOT } from '../setup/root.mjs'
import { stepResult } from '../setup/step-result.mjs'
import { whenParentEnds } from '../setup/when-parent-ends.mjs'
import { stepsOf } from './steps.mjs'

const reports = mkdtempSync(join(tmpdir(), 'tributary-tests-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
/** What the proofs count: see tests/figures. */
const figures = join(reports, 'figures')

const WINDOWS = process.platform === 'win32'

/** The command that runs now: a process group, as npm would leave behind what it has started itself. */
let running = null

const end = () => {
  if (running) process.kill(WINDOWS ? running.pid : -running.pid, 'SIGTERM')
  process.exit(1)
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
whenParentEnds(end)

/** Whether the command ended well. */
const command = async (text, env = {}) => {
  const [program, ...args] = text.split(' ')
  running = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TRIBUTARY_FIGURES: figures, ...env },
    shell: WINDOWS,
    detached: !WINDOWS,
  })
  const [code] = await once(running, 'exit')
  running = null
  return code === 0
}

const npm = (script) => async () => stepResult(await command(`npm run --silent ${script}`), null)

/** What failed, for the end: the runners say it in between. */
const failures = []

/** Runs a test runner that writes a report, and counts by it. */
const runner =
  (text, variable, { count, failed }, env) =>
  async () => {
    const file = join(reports, `${variable}.json`)
    const succeeded = await command(text.replace('REPORT', file), { ...env, [variable]: file })
    if (!existsSync(file)) return stepResult(succeeded, { passed: 0, failed: 0, skipped: 0 })
    const report = JSON.parse(readFileSync(file, 'utf8'))
    failures.push(...failed(report))
    return stepResult(succeeded, count(report))
  }

const browsers = async () => {
  const { ensureBrowser } = await import('../browsers/ensure-browser.ts')
  for (const kind of ['chrome', 'firefox']) {
    process.stdout.write(`${await ensureBrowser(kind)}\n`)
  }
  return stepResult(true, null)
}

const vitest = () =>
  runner(
    'npx vitest run --reporter=default --reporter=json --outputFile.json=REPORT',
    'VITEST_REPORT',
    { count: countVitest, failed: failedVitest },
  )
const playwright = (which, env) =>
  runner(
    `npx playwright test ${which}--reporter=list,json`,
    'PLAYWRIGHT_JSON_OUTPUT_FILE',
    { count: countPlaywright, failed: failedPlaywright },
    env,
  )

const { steps: usual, longer } = stepsOf({ npm, browsers, vitest, playwright })
const all = [...usual, ...longer]
const names = all.map(([name]) => name)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`No step is called ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`)
  process.exit(2)
}

/** In order, until one fails. */
const runSteps = async (steps) => {
  const done = []
  for (const [name, work] of steps) {
    process.stdout.write(`\n== ${name}\n`)
    const started = Date.now()
    const result = await work().catch((error) => ({
      ...stepResult(false, null),
      note: error.message,
    }))
    done.push({ name, seconds: Math.round((Date.now() - started) / 1_000), ...result })
    if (!result.ok) break
  }
  return done
}

await prepareCheckout().catch((error) => {
  process.stderr.write(`${error.message}\n0 passed, 1 failed\n`)
  process.exit(1)
})
const steps = wanted.length === 0 ? usual : all.filter(([name]) => wanted.includes(name))
const done = await runSteps(steps)

if (existsSync(figures)) {
  process.stdout.write(`\n${figuresTable(readFileSync(figures, 'utf8'))}\n`)
}
process.stdout.write('\n')
for (const [name] of steps) {
  const { ok, seconds, note } = done.find((one) => one.name === name) ?? {}
  const word = ok === undefined ? 'not run' : ok ? 'ok' : 'FAILED'
  const time = seconds === undefined ? '' : `${seconds} s`
  process.stdout.write(
    `${name.padEnd(12)}${word.padEnd(9)}${time.padStart(6)}  ${note ?? ''}`.trimEnd() + '\n',
  )
}
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`)
const sum = (key) => done.reduce((total, one) => total + one[key], 0)
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exitCode = done.every(({ ok }) => ok) ? 0 : 1
