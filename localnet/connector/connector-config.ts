import type { AccountEntry } from './account-entry.ts'

/** What one US dollar, euro and XRP are worth; only their ratios matter. */
const PRICES = { USD: 1, EUR: 1.25, XRP: 0.5 }

/**
 * The most a client may owe, in its entry's units (100 000 USD at scale 9): a limit that exists, but above the
 * 10^12 units by which each open rate probe of ilp-protocol-stream raises the balance for a moment.
 */
const MAXIMUM_BALANCE = '100000000000000'

/** Browser extensions may connect; web pages may not. Clients without an Origin (Node) always may. */
const ALLOWED_ORIGINS = ['^chrome-extension://[a-p]+$', '^moz-extension://[0-9a-f-]+$']

/** Enough for a load test: the default of 10 000 packets a minute is not. */
const RATE_LIMIT = { refillPeriod: 1000, refillCount: 10_000, capacity: 10_000 }

const account = ({ asset, port }: AccountEntry) => ({
  relation: 'child',
  plugin: 'ilp-plugin-mini-accounts',
  assetCode: asset.code,
  assetScale: asset.scale,
  balance: { maximum: MAXIMUM_BALANCE },
  rateLimit: RATE_LIMIT,
  options: { wsOpts: { host: '127.0.0.1', port }, allowedOrigins: ALLOWED_ORIGINS },
})

/** The argument of ilp-connector's `createApp`; the process adds the rate backend. */
export const connectorConfig = (entries: readonly AccountEntry[], adminPort: number) => ({
  env: 'test',
  ilpAddress: 'test.tributary',
  spread: 0,
  store: 'memory',
  backendConfig: { prices: PRICES },
  adminApi: true,
  adminApiHost: '127.0.0.1',
  adminApiPort: adminPort,
  accounts: Object.fromEntries(entries.map((entry) => [entry.name, account(entry)])),
})

export type ConnectorConfig = ReturnType<typeof connectorConfig>
