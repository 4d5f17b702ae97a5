import { sourceUnits } from '../../money/units.ts'
import { Secret } from '../../secret/secret.ts'
import type { Connection } from '../settings.ts'

/** A connection in USD/9 that a test may change as it likes. */
export const testConnection = (part: Partial<Connection> = {}): Connection => ({
  endpoint: { url: 'wss://c.example/', username: 'al' },
  token: new Secret('canary'),
  account: { ilpAddress: 'g.c.al', asset: { code: 'USD', scale: 9 } },
  ratePerHour: sourceUnits(360_000_000n),
  repairs: 0,
  siteRules: new Map(),
  name: '',
  ...part,
})
