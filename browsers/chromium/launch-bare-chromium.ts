import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBrowser } from '../ensure-browser.ts'
import type { LaunchOptions } from '../launch-options.ts'
import { OwnedProcess } from '../owned-process.ts'
import { openProfile } from '../profile.ts'
import { waitUntil } from '../wait-until.ts'
import { BareChromium } from './bare-chromium.ts'
import { chromiumArgs, isRoot } from './chromium-args.ts'
import { chromiumExtensionId } from './extension-id.ts'

/** How to start a browser that nothing is attached to. */
export interface BareLaunchOptions extends Omit<LaunchOptions, 'kind' | 'extraPrefs'> {
  /** The first tab's address. */
  readonly url: string
}

const QUIET_ARGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--password-store=basic',
  '--use-mock-keychain',
]

/**
 * Starts Chromium itself, without Playwright and with no debugger attached: tabs report their true
 * visibility and the background idles and stops as it does for people.
 */
export async function launchBareChromium(options: BareLaunchOptions): Promise<BareChromium> {
  const executable = options.executable ?? (await ensureBrowser('chrome'))
  const profile = openProfile(options.profileDir)
  const portFile = join(profile.dir, 'DevToolsActivePort')
  // One of an earlier run would name a port of nobody's.
  await rm(portFile, { force: true })
  const args = [
    ...QUIET_ARGS,
    `--user-data-dir=${profile.dir}`,
    '--remote-debugging-port=0',
    ...((options.headless ?? true) ? ['--headless=new'] : []),
    ...(isRoot ? ['--no-sandbox'] : []),
    ...chromiumArgs(options),
    options.url,
  ]
  const child = spawn(executable, args, { detached: true, stdio: 'ignore' })
  const failed = new Promise<never>((_resolve, reject) => child.once('error', reject))
  const started = async () => {
    const [port] = (await readFile(portFile, 'utf8')).split('\n')
    return port ? Number(port) : null
  }
  const port = waitUntil(started, { what: 'Chromium to open its port', timeoutMs: 120_000 })
  if (child.pid === undefined) return await failed
  const owned = new OwnedProcess(child.pid, profile)
  try {
    const extensionOrigin = `chrome-extension://${chromiumExtensionId(options.extensionDir)}`
    return new BareChromium(await Promise.race([port, failed]), owned, extensionOrigin)
  } catch (error) {
    await owned.kill()
    throw error
  }
}
