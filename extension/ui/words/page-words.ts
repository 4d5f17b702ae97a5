import type { TagSnapshot } from '../../../src/wallet/snapshot.ts'

const STATES: Readonly<Record<TagSnapshot['state'], string>> = {
  paying: 'Paying',
  waiting: 'Waiting',
  stopped: 'Not paid',
}

export const PAGE_WORDS = {
  title: 'This page',
  states: STATES,
  paying: 'Paid while you look at it.',
  noTag: 'This page asks for no payment.',
  noPage:
    'Tributary cannot see this page. The browser’s own pages are never paid; a page that was open before the wallet was installed has to be reloaded.',
  sent: 'sent to this page',
  received: (amounts: string) => `${amounts} received`,
  receivers: 'Receivers',
  redirectedTo: (host: string) => `Its wallet is at ${host}.`,
  switchOn: 'Switch on',
  checkConnection: 'Check the connection',
  setRate: 'Set a rate',
  reload: 'Reload the page',
  acceptAccount: 'Go on with this account',
  confirmDate: 'The date is right',
  repairBook: 'Begin a new book',
} as const
