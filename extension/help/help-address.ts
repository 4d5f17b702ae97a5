import type { HelpTopic } from './help-topic.ts'

/** `tabId`: whose page the diagnostics below the help tell of. */
export const helpAddress = (topic: HelpTopic | null, tabId: number | null): string =>
  `/help.html${tabId === null ? '' : `?tabId=${tabId}`}${topic === null ? '' : `#${topic}`}`
