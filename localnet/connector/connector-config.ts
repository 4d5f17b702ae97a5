import type { AccountEntry, HttpEntry } from './account-entry.ts'

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

const child = ({ asset }: AccountEntry) => ({
  relation: 'child',
  assetCode: asset.code,
  assetScale: asset.scale,
  balance: { maximum: MAXIMUM_BALANCE },
  rateLimit: RATE_LIMIT,
})

const btpAccount = (entry: AccountEntry) => ({
  ...child(entry),
  plugin: 'ilp-plugin-mini-accounts',
  options: { wsOpts: { host: '127.0.0.1', port: entry.port }, allowedOrigins: ALLOWED_ORIGINS },
})

/**
 * `multi`: the client's name comes in the header `ilp-peer-name`, and its ILP address ends in it. Nothing can be sent
 * to clients: `outgoing` leads to a port where nothing ever listens.
 */
const httpAccount = (entry: HttpEntry) => ({
  ...child(entry),
  plugin: 'ilp-plugin-http',
  options: {
    multi: true,
    // The plugin has no option for the host, and would listen on every interface. What it is given as its port it hands
    // to Node's `listen` as it is, which takes both from an object.
    incoming: { port: { host: '127.0.0.1', port: entry.port }, staticToken: entry.token },
    outgoing: { url: 'http://127.0.0.1:1/%', staticToken: entry.token, name: 'connector' },
  },
})

/** The argument of ilp-connector's `createApp`; the process adds the rate backend. */
export const connectorConfig = (
  entries: readonly AccountEntry[],
  httpEntries: readonly HttpEntry[],
  adminPort: number,
) => ({
  env: 'test',
  ilpAddress: 'test.tributary',
  spread: 0,
  store: 'memory',
  backendConfig: { prices: PRICES },
  adminApi: true,
  adminApiHost: '127.0.0.1',
  adminApiPort: adminPort,
  accounts: Object.fromEntries<unknown>([
    ...entries.map((entry) => [entry.name, btpAccount(entry)] as const),
    ...httpEntries.map((entry) => [entry.name, httpAccount(entry)] as const),
  ]),
})

export type ConnectorConfig = ReturnType<typeof connectorConfig>
