import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { BROWSER_NAMES } from '../browsers/browser-names.ts'
import { launchBrowser } from '../browsers/launch-browser.ts'
import { Closers } from '../localnet/closers.ts'
import { startLocalnet } from '../localnet/start-localnet.ts'
import { ACCOUNT_ASSET } from './account-asset.ts'
import { amountWords } from './amount-words.ts'
import { buildExtension } from './build-extension.ts'
import { chooseBrowser } from './choose-browser.ts'
import { demoPlan } from './demo-plan.ts'
import { keptPortBase } from './kept-port-base.ts'
import type { DemoOptions } from './options.ts'
import { paySites } from './pay-sites.ts'
import type { RunResult } from './report.ts'
import { ROOT } from './root.ts'
import { say } from './say.ts'
import { verdict } from './verdict.ts'
import { setUpWallet } from './wallet/set-up-wallet.ts'

const noScreen = (): boolean =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** The whole demo, from the build to the verdict; nothing that it started is left when it resolves. */
export const runDemo = async (options: DemoOptions, stop: AbortSignal): Promise<RunResult> => {
  const closers = new Closers()
  const lost = new AbortController()
  let result: RunResult = { errors: [] }

  /** Steps that take seconds are announced, and none is begun after Ctrl-C. */
  const step = async <T>(text: string, work: () => Promise<T>): Promise<T> => {
    if (stop.aborted) throw new Error('nothing was paid.')
    say(text)
    return work()
  }

  const run = async (): Promise<void> => {
    const headless = options.headless || noScreen()
    if (headless && !options.headless)
      say('There is no screen here, so this runs as with --headless.')
    const { kind, executable } = await step('Looking for a browser', () =>
      chooseBrowser(options.browser),
    )
    result = { ...result, browser: kind }
    const extensionDir = await step('Building the extension', () => buildExtension(kind))

    const { profile } = options
    const portBase = profile === undefined ? undefined : await keptPortBase(profile)
    const localnet = await step('Starting a local Interledger network', () =>
      startLocalnet({
        ...(portBase === undefined ? {} : { portBase }),
        onConnectorLost: (how) => lost.abort(`The connector's process ended (${how}).`),
      }),
    )
    closers.add(localnet.stop)

    const driver = await step(`Starting ${BROWSER_NAMES[kind].label}`, () =>
      launchBrowser({
        kind,
        executable,
        headless,
        extensionDir,
        ...(profile === undefined ? {} : { profileDir: profile }),
      }),
    )
    closers.add(() => driver.close())
    say(`  ${driver.version}`)

    const plan = demoPlan(options, localnet.sites.length)
    const { ratePerHour, budget: firstBudget } = plan
    const rate = amountWords(ratePerHour, ACCOUNT_ASSET)
    await step(`Setting the wallet up, at the demo's rate of ${rate} an hour`, async () => {
      const popup = await driver.openTab(`${driver.extensionOrigin}/popup.html`)
      const { budget } = options
      await setUpWallet(popup, { account: localnet.btp[0]!, ratePerHour, firstBudget, budget })
      await popup.close()
    })

    const screenshot = join(ROOT, 'test-results', `popup-${kind}.png`)
    mkdirSync(join(ROOT, 'test-results'), { recursive: true })
    const time = plan.runMs === null ? 'until Ctrl-C' : `for ${plan.runMs / 1_000} s`
    const paid = await step(`Opening the sites and paying them ${time}`, () =>
      paySites({ driver, localnet, plan, stop: AbortSignal.any([stop, lost.signal]), screenshot }),
    )
    result = { ...result, ...paid, errors: verdict(paid.figures) }
  }

  const fail = (error: unknown): void => {
    const message = `${stop.aborted ? 'Interrupted: ' : ''}${messageOf(error)}`
    result = { ...result, errors: [...result.errors, message] }
  }
  await run().catch(fail)
  await closers.closeAll().catch(fail)
  if (lost.signal.aborted) fail(lost.signal.reason)
  return result
}
