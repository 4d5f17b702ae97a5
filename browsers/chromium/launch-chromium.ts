import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import type { BrowserDriver } from '../driver.ts'
import type { LaunchOptions } from '../launch-options.ts'
import { OwnedProcess } from '../owned-process.ts'
import { dropProfile, openProfile, type Profile } from '../profile.ts'
import { chromiumArgs, isRoot } from './chromium-args.ts'
import { ChromiumDriver } from './chromium-driver.ts'
import { chromiumExtensionId } from './extension-id.ts'

function browserOf(context: BrowserContext): Browser {
  const browser = context.browser()
  if (!browser) throw new Error('Chromium has no browser session')
  return browser
}

async function drive(
  context: BrowserContext,
  profile: Profile,
  extensionOrigin: string,
): Promise<ChromiumDriver> {
  const browser = browserOf(context)
  const cdp = await browser.newBrowserCDPSession()
  // Playwright does not tell the browser's process; the browser itself does.
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  const main = processInfo.find(({ type }) => type === 'browser')
  if (!main) throw new Error('Chromium has no process')
  const owned = new OwnedProcess(main.id, profile)
  const version = `Chromium ${browser.version()}`
  const driver = new ChromiumDriver({ context, cdp, owned, extensionOrigin, version })
  try {
    const probe = await driver.openTab(`${extensionOrigin}/manifest.json`)
    await probe.close()
  } catch (cause) {
    await driver.kill()
    throw new Error(`${version} did not load the extension`, { cause })
  }
  return driver
}

/** Starts Chromium under Playwright with the extension loaded. */
export async function launchChromium(
  executable: string,
  options: LaunchOptions,
): Promise<BrowserDriver> {
  const extensionOrigin = `chrome-extension://${chromiumExtensionId(options.extensionDir)}`
  const profile = openProfile(options.profileDir)
  let context: BrowserContext | undefined
  try {
    context = await chromium.launchPersistentContext(profile.dir, {
      executablePath: executable,
      headless: options.headless ?? true,
      chromiumSandbox: !isRoot,
      viewport: null,
      args: chromiumArgs(options),
      // Signals are for the one exit hook that all browsers share.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    return await drive(context, profile, extensionOrigin)
  } catch (error) {
    await context?.close()
    dropProfile(profile)
    throw error
  }
}
