import { chromium, type Browser, type BrowserContext, type CDPSession } from 'playwright-core'
import type { BrowserDriver } from '../driver.ts'
import type { LaunchOptions } from '../launch-options.ts'
import { OwnedProcess } from '../owned-process.ts'
import { openProfile, type Profile } from '../profile.ts'
import { chromiumArgs, isRoot } from './chromium-args.ts'
import { ChromiumDriver } from './chromium-driver.ts'
import { chromiumExtensionId } from './extension-id.ts'

/** Playwright does not tell the browser's process; the browser itself does. */
async function ownedBy(cdp: CDPSession, profile: Profile): Promise<OwnedProcess> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  const main = processInfo.find(({ type }) => type === 'browser')
  if (!main) throw new Error('Chromium has no process')
  return new OwnedProcess(main.id, profile)
}

function browserOf(context: BrowserContext): Browser {
  const browser = context.browser()
  if (!browser) throw new Error('Chromium has no browser session')
  return browser
}

/** Starts Chromium under Playwright with the extension loaded. */
export async function launchChromium(
  executable: string,
  options: LaunchOptions,
): Promise<BrowserDriver> {
  const profile = openProfile(options.profileDir)
  const context = await chromium.launchPersistentContext(profile.dir, {
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
  const browser = browserOf(context)
  const cdp = await browser.newBrowserCDPSession()
  const owned = await ownedBy(cdp, profile)
  try {
    const extensionOrigin = `chrome-extension://${chromiumExtensionId(options.extensionDir)}`
    const version = `Chromium ${browser.version()}`
    const driver = new ChromiumDriver({ context, cdp, owned, extensionOrigin, version })
    const probe = await driver
      .openTab(`${extensionOrigin}/manifest.json`)
      .catch((cause: unknown) => {
        throw new Error(`${version} did not load the extension in ${options.extensionDir}`, {
          cause,
        })
      })
    await probe.close()
    return driver
  } catch (error) {
    await owned.kill()
    throw error
  }
}
