import type { BrowserDriver } from '../../browsers/driver.ts'
import { interactionsIn } from './interactions.ts'
import { timeInteraction } from './time-interaction.ts'
import { whenShown } from './when-shown.ts'

/** History, chart and rules are all there. */
const WHOLE = ['.sites-card tbody tr', '.chart canvas', '.rules-card tbody tr']
  .map((selector) => `document.querySelector('${selector}')`)
  .join(' && ')

/** Milliseconds of each interaction, by its name, in a dashboard that was just opened. */
export const measureDashboard = async (
  driver: BrowserDriver,
): Promise<readonly (readonly [name: string, ms: number])[]> => {
  const { tab, ms } = await whenShown(driver, `${driver.extensionOrigin}/dashboard.html`, WHOLE)
  try {
    const times: [string, number][] = ms === null ? [] : [['open: all of it shown', ms]]
    const year = new Date().getFullYear()
    for (const { name, act, changing } of interactionsIn([`${year - 1}`, `${year}`]))
      times.push([
        name,
        await timeInteraction(tab, act, changing).catch((cause: unknown) => {
          throw new Error(`${name}: ${act}`, { cause })
        }),
      ])
    return times
  } finally {
    await tab.close()
  }
}
