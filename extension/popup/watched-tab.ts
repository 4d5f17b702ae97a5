import browser from '../native-browser.ts'

/** The tab in `?tabId=N`. */
export const namedTab = (search: string): number | null => {
  const named = new URLSearchParams(search).get('tabId')
  return named !== null && /^\d+$/.test(named) ? Number(named) : null
}

/** The tab that this popup speaks of: the one that is named, or the one that it was opened over. */
export const watchedTab = async (search: string): Promise<number | null> => {
  const named = namedTab(search)
  if (named !== null) return named
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  return active?.id ?? null
}
