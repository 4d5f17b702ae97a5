import type { ConnectionSnapshot } from '../../../src/wallet/snapshot.ts'

const STATES: Readonly<Record<ConnectionSnapshot['state'], string>> = {
  idle: 'Resting until a page needs it',
  connecting: 'Connecting…',
  ready: 'Connected',
  failed: 'Failed',
}

export const SETTINGS_WORDS = {
  title: 'Settings',
  budget: 'Monthly budget',
  budgetMeans: 'Never more than this in a calendar month.',
  rate: 'Hourly rate',
  anHour: (code: string) => `${code} an hour`,
  rateMeans: (lasts: string) =>
    `All pages together. The monthly budget lasts ${lasts} at this rate.`,
  rateMonth: (month: string) => `An hour of reading a day comes to ${month} in a month.`,
  rateZero: 'At zero, nothing is paid.',
  tolerance: 'Exchange rate tolerance',
  toleranceMeans:
    'A site whose exchange rate falls by more than this while it is paid gets no more.',
  percent: '%',
  developerMode: 'Developer mode',
  developerModeMeans: 'Also pays payment pointers on this computer, for site authors.',
  connection: 'Connection',
  state: 'State',
  states: STATES,
  address: 'Address',
  account: 'Account',
  noAccount: '(no name)',
  ilpAddress: 'ILP address',
  asset: 'Asset',
  change: 'Change connection',
  changeAsks:
    'Take this connection away? Payments stop until there is another. The book and its budget stay.',
  changeYes: 'Take it away',
  changeNo: 'Keep it',
} as const
