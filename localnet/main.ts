import { whenParentEnds } from '../setup/when-parent-ends.mjs'
import { cliOptions, USAGE, type CliOptions } from './cli-options.ts'
import { overview } from './overview.ts'
import { showPage } from './pay-page.ts'
import { startLocalnet } from './start-localnet.ts'

const say = (text: string): boolean => process.stderr.write(`${text}\n`)

const options = ((): CliOptions => {
  try {
    return cliOptions(process.argv.slice(2))
  } catch (error) {
    say(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
})()

const untilStopped = new Promise<number>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0))
  whenParentEnds(() => resolve(0))
})

const run = async (): Promise<number> => {
  let lost: (how: string) => void = () => undefined
  const untilLost = new Promise<number>((resolve) => {
    lost = (how) => {
      say(`The connector's process ended (${how}).`)
      resolve(1)
    }
  })
  const localnet = await startLocalnet({ ...options, onConnectorLost: lost })
  process.stdout.write(
    options.json ? `${JSON.stringify(localnet.announcement)}\n` : overview(localnet),
  )
  const page = options.pay && showPage(options.pay, localnet.announcement, say)
  const ends = [untilStopped, untilLost, ...(page ? [page.ended] : [])]
  const exitCode = await Promise.race(ends)
  await page?.stop()
  await localnet.stop()
  return exitCode
}

run().then(
  (exitCode) => process.exit(exitCode),
  (error: Error) => {
    say(error.message)
    process.exit(1)
  },
)
