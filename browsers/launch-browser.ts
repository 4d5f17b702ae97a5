import { launchChromium } from './chromium/launch-chromium.ts'
import type { BrowserDriver } from './driver.ts'
import { ensureBrowser } from './ensure-browser.ts'
import { launchFirefox } from './firefox/launch-firefox.ts'
import type { LaunchOptions } from './launch-options.ts'

/** Starts a real browser with an unpacked extension in it, installing the browser if need be. */
export async function launchBrowser(options: LaunchOptions): Promise<BrowserDriver> {
  const executable = options.executable ?? (await ensureBrowser(options.kind))
  const launch = options.kind === 'chrome' ? launchChromium : launchFirefox
  return await launch(executable, options)
}
