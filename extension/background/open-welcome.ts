import type { Runtime } from 'webextension-polyfill'
import browser from '../native-browser.ts'

/**
 * Leads people who have just installed the extension. Who loads it unpacked or for a while knows where it is:
 * for them, as for the browsers that tests start, no tab is opened. The popup links to it.
 */
export const openWelcome = async ({ reason }: Runtime.OnInstalledDetailsType): Promise<void> => {
  if (reason !== 'install') return
  const { installType } = await browser.management.getSelf()
  if (installType === 'development') return
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })
}
