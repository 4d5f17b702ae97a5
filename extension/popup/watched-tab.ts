import browser from '../native-browser.ts'

/** The tab that this popup speaks of: `?tabId=N`, or the one that it was opened over. */
export const watchedTab = async (search: string): Promise<number | null> => {
  const named = new URLSearchParams(search).get('tabId')
  if (named !== null && /^\d+$/.test(named)) return Number(named)
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  return active?.id ?? null
}
