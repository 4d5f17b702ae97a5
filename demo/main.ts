import { whenParentEnds } from '../setup/when-parent-ends.mjs'
import { demoOptions, USAGE, type DemoOptions } from './options.ts'
import { report, type RunResult } from './report.ts'
import { runDemo } from './run-demo.ts'
import { say } from './say.ts'

const args = process.argv.slice(2)

const end = (result: RunResult, exitCode: number): void => {
  // Written before the process ends, also where stdout is a pipe.
  if (args.includes('--json'))
    process.stdout.write(`${JSON.stringify(report(result))}\n`, () => process.exit(exitCode))
  else process.exit(exitCode)
}

const options = ((): DemoOptions | null => {
  try {
    return demoOptions(args)
  } catch (error) {
    const { message } = error as Error
    say(`${message}\n\n${USAGE}`)
    end({ errors: [message] }, 2)
    return null
  }
})()

if (options !== null) {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Asked twice: without waiting for what is on its way.
      if (stop.signal.aborted) process.exit(130)
      say('\nEnding')
      stop.abort()
    })
  }
  whenParentEnds(() => stop.abort())
  const result = await runDemo(options, stop.signal)
  for (const error of result.errors) say(error)
  if (result.errors.length === 0) say('Money reached every tag, and all books agree.')
  end(result, result.errors.length === 0 ? 0 : 1)
}
