import { sameAsset } from '../money/asset.ts'
import type { Account } from './account.ts'

/** Apart from what asks for an account: pages that compare two need no Interledger packages. */
export const isSameAccount = (one: Account, other: Account): boolean =>
  one.ilpAddress === other.ilpAddress && sameAsset(one.asset, other.asset)
