import { PAYERS } from '../localnet/network-plan.ts'

/** What the demo's wallet counts in: the asset of the local network's first account. */
export const ACCOUNT_ASSET = PAYERS[0].asset
