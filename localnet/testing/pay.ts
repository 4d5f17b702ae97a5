import { randomBytes } from 'node:crypto'
import IlpPluginBtp from 'ilp-plugin-btp'
import { createConnection, verifyReceipt } from 'ilp-protocol-stream'
import type { BtpAccount } from '../announcement.ts'
import type { Asset } from '../asset.ts'

export interface Payment {
  /** Units of the payer's asset. */
  readonly sent: bigint
  /** Units of `destinationAsset`, as the receiver told the payer. */
  readonly delivered: bigint
  readonly destinationAsset: Asset
  /** What the last STREAM receipt, checked against its secret, says was received. */
  readonly receipt: bigint
}

interface SpspAnswer {
  destination_account: string
  shared_secret: string
  receipts_enabled: boolean
}

/** Sends exactly `amount` units to an SPSP endpoint with the plain libraries, as any other wallet would. */
export const pay = async (account: BtpAccount, url: string, amount: bigint): Promise<Payment> => {
  const [nonce, secret] = [randomBytes(16), randomBytes(32)]
  const response = await fetch(url, {
    headers: {
      accept: 'application/spsp4+json',
      'receipt-nonce': nonce.toString('base64'),
      'receipt-secret': secret.toString('base64'),
    },
  })
  const spsp = (await response.json()) as SpspAnswer
  const plugin = new IlpPluginBtp({
    server: `btp+${account.url}`,
    btpAccount: account.username,
    btpToken: account.token,
  })
  const connection = await createConnection({
    plugin,
    destinationAccount: spsp.destination_account,
    sharedSecret: Buffer.from(spsp.shared_secret, 'base64'),
    slippage: 0.05,
  })
  const stream = connection.createStream()
  await stream.sendTotal(amount.toString())
  if (stream.receipt === undefined) throw new Error('The receiver gave no receipt')
  const payment = {
    sent: BigInt(connection.totalSent),
    delivered: BigInt(connection.totalDelivered),
    destinationAsset: {
      code: connection.destinationAssetCode ?? '',
      scale: connection.destinationAssetScale ?? NaN,
    },
    receipt: BigInt(verifyReceipt(stream.receipt, () => secret).totalReceived.toString()),
  }
  await connection.end()
  return payment
}
