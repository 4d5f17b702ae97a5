import type { TagSnapshot } from '../../../src/wallet/snapshot.ts'
import { message } from './message.ts'

const STATES: Readonly<Record<TagSnapshot['state'], string>> = {
  paying: message('page_state_paying'),
  waiting: message('page_state_waiting'),
  stopped: message('page_state_stopped'),
}

export const PAGE_WORDS = {
  title: message('page_title'),
  states: STATES,
  paying: message('page_paying'),
  noTag: message('page_noTag'),
  noPage: message('page_noPage'),
  sent: message('page_sent'),
  received: (amounts: string) => message('page_received', amounts),
  receivers: message('page_receivers'),
  redirectedTo: (host: string) => message('page_redirectedTo', host),
  switchOn: message('page_switchOn'),
  checkConnection: message('page_checkConnection'),
  setRate: message('page_setRate'),
  reload: message('page_reload'),
  acceptAccount: message('page_acceptAccount'),
  confirmDate: message('page_confirmDate'),
  repairBook: message('page_repairBook'),
  otherWallet: message('page_otherWallet'),
  leaveToOther: message('page_leaveToOther'),
} as const
