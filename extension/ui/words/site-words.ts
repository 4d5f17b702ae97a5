import { counted } from './counted.ts'
import { message } from './message.ts'

export const SITE_WORDS = {
  title: message('sites_title'),
  ours: message('sites_ours'),
  none: message('sites_none'),
  received: (amounts: string) => message('sites_received', amounts),
  nothingReceived: message('sites_nothingReceived'),
  inDoubt: (amount: string) => message('sites_inDoubt', amount),
  showAll: (count: number) => counted('sites_showAll_counted', count),
  showFewer: message('sites_showFewer'),
} as const
