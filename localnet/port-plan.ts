import { HTTP_PAYERS, PAYERS, SITES, WALLETS } from './network-plan.ts'

/** Which part of the network listens on which port, all in one block. */
export interface PortPlan {
  readonly admin: number
  /** By payer's or wallet's account entry. */
  readonly entries: ReadonlyMap<string, number>
  /** SPSP, by wallet. */
  readonly wallets: ReadonlyMap<string, number>
  readonly sites: ReadonlyMap<string, number>
  readonly https: number
  readonly verifier: number
  /** By account entry. */
  readonly http: ReadonlyMap<string, number>
  /** The wallet's page. */
  readonly home: number
}

const HTTP_ENTRIES = HTTP_PAYERS.map(({ entry }) => entry)
const ENTRIES = [...PAYERS.map(({ entry }) => entry), ...WALLETS.map(({ name }) => name)]

/** A port of the plan; a name that is not in it is a mistake in the network's own description. */
export const portOf = (ports: ReadonlyMap<string, number>, name: string): number => {
  const port = ports.get(name)
  if (port === undefined) throw new Error(`No port is planned for "${name}"`)
  return port
}

/** How many consecutive ports a network takes. */
export const PORT_COUNT = ENTRIES.length + WALLETS.length + SITES.length + HTTP_ENTRIES.length + 4

/** The payers' accounts come first, so `base` itself is the port of the `wallet` account. */
export const portPlan = (base: number): PortPlan => {
  let next = base
  const assign = (names: readonly string[]) => new Map(names.map((name) => [name, next++]))
  return {
    entries: assign(ENTRIES),
    admin: next++,
    wallets: assign(WALLETS.map(({ name }) => name)),
    sites: assign(SITES.map(({ name }) => name)),
    https: next++,
    verifier: next++,
    http: assign(HTTP_ENTRIES),
    home: next++,
  }
}
