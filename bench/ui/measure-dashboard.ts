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
    for (const { name, act, changing, also } of interactionsIn([`${year - 1}`, `${year}`])) {
      const parts = [{ name, changing }, ...(also ? [also] : [])]
      const groups = parts.map((part) => part.changing)
      const ms = await timeInteraction(tab, act, groups).catch((cause: unknown) => {
        throw new Error(`${name}: ${act}`, { cause })
      })
      parts.forEach((part, index) => times.push([part.name, ms[index]!]))
    }
    return times
  } finally {
    await tab.close()
  }
}
