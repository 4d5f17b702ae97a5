import { isValidIlpAddress } from 'ilp-packet'
import * as ildcp from 'ilp-protocol-ildcp'
import type { Asset } from '../money/asset.ts'

/** Who we are at the connector: its IL-DCP answer (RFC 31). */
export interface Account {
  readonly ilpAddress: string
  readonly asset: Asset
}

/** An asset code is shown to people and kept in the book: no markup, no novels. */
const ASSET_CODE = /^[\p{L}\p{N}$._-]{1,16}$/u

/** The largest scale that amounts in 64 bits can have any use for. */
const LARGEST_SCALE = 18

/**
 * The question for our account carries no money, and the network's clock is not known yet: it must not expire
 * only because this computer's clock is wrong.
 */
export const ACCOUNT_LIFETIME_MS = 30 * 24 * 3_600_000

/** Asks the connector for our address and asset; null where it does not say, or says nonsense. */
export const fetchAccount = async (
  sendData: (bytes: Buffer) => Promise<Buffer>,
  expiresAt: Date,
): Promise<Account | null> => {
  const answer = await ildcp.fetch(sendData, { expiresAt })
  const asset = { code: answer.assetCode, scale: answer.assetScale }
  if (!isValidIlpAddress(answer.clientAddress)) return null
  if (!ASSET_CODE.test(asset.code) || asset.scale > LARGEST_SCALE) return null
  return { ilpAddress: answer.clientAddress, asset }
}
