import type { Tab } from '../../../browsers/driver.ts'
import { waitUntil } from '../../../browsers/wait-until.ts'

/** What the toolbar says; `extensionPage` is any page of the extension, which may ask for it. */
export interface ToolbarIcon {
  readonly title: string
  readonly badge: string
}

/** For this tab, or for all that have no icon of their own. */
const iconOf = (extensionPage: Tab, tabId: number | null): Promise<ToolbarIcon> => {
  const of = JSON.stringify(tabId === null ? {} : { tabId })
  return extensionPage.evaluate(
    `Promise.all([chrome.action.getTitle(${of}), chrome.action.getBadgeText(${of})])
      .then(([title, badge]) => ({ title, badge }))`,
  )
}

/** Waits for a tooltip with these words; a failure tells what it is instead. */
export const untilTitled = async (
  extensionPage: Tab,
  tabId: number | null,
  words: string,
): Promise<ToolbarIcon> => {
  let last: ToolbarIcon | null = null
  const ask = async () => {
    last = await iconOf(extensionPage, tabId)
    return last.title.includes(words) ? last : null
  }
  return await waitUntil(ask, { what: `the tooltip "${words}"` }).catch((cause: unknown) => {
    throw new Error(`not "${words}" but ${JSON.stringify(last)}`, { cause })
  })
}
