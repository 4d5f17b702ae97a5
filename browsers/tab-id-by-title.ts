import { randomUUID } from 'node:crypto'
import type { Tab } from './driver.ts'
import { waitUntil } from './wait-until.ts'

/**
 * Browsers do not say which of their tabs extensions know by which number, and addresses may occur
 * twice: the page gets a title of its own for a moment, for which an extension page then asks.
 */
export async function tabIdByTitle(
  tab: Tab,
  openExtensionPage: () => Promise<Tab>,
): Promise<number> {
  const title = JSON.stringify(`tab ${randomUUID()}`)
  const before = await tab.evaluate<string>('document.title')
  const extensionPage = await openExtensionPage()
  try {
    await tab.evaluate(`(document.title = ${title})`)
    const query = `chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.title === ${title}))`
    return await waitUntil(
      () => extensionPage.evaluate<number | null>(`${query}.then((tab) => tab?.id ?? null)`),
      {
        what: `the tab of ${await tab.url()} among those of the extension`,
      },
    )
  } finally {
    await tab.evaluate(`(document.title = ${JSON.stringify(before)})`)
    await extensionPage.close()
  }
}
