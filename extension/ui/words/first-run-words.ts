export const FIRST_RUN_WORDS = {
  step: (at: number) => `Step ${at} of 2`,
  connectTitle: 'Connect your wallet',
  connectLead:
    'An Interledger connector carries your payments. Its operator gives you these three.',
  address: 'Connector address',
  addressExample: 'wss://connector.example/btp',
  username: 'Account name',
  usernameHint: 'May be empty.',
  token: 'Access token',
  show: 'Show',
  hide: 'Hide',
  showToken: 'Show token',
  hideToken: 'Hide token',
  connect: 'Connect',
  connecting: (address: string) => `Connecting to ${address}…`,
  bookKept: (spent: string, limit: string) =>
    `Your book is kept: ${spent} of ${limit} spent this month.`,
  budgetTitle: 'Set a limit',
  asset: (code: string) => `Your account is in ${code}.`,
  budget: 'Monthly budget',
  budgetMeans: (day: string) =>
    `Tributary never sends more than this in a calendar month. It renews on ${day}.`,
  start: 'Start',
  starting: 'Opening the book…',
  otherConnector: 'Use another connector',
} as const
