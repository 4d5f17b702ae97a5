import { randomBytes } from 'node:crypto'
import IlpPluginBtp from 'ilp-plugin-btp'
import { createConnection, verifyReceipt, type Connection } from 'ilp-protocol-stream'
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

/** What a pointer handed out, and the receipt secret that went into it. */
export interface Answer {
  readonly destination_account: string
  readonly shared_secret: string
  readonly receiptSecret: Buffer
}

/** Asks an SPSP endpoint, with receipts. */
export const ask = async (url: string): Promise<Answer> => {
  const [nonce, receiptSecret] = [randomBytes(16), randomBytes(32)]
  const response = await fetch(url, {
    headers: {
      accept: 'application/spsp4+json',
      'receipt-nonce': nonce.toString('base64'),
      'receipt-secret': receiptSecret.toString('base64'),
    },
  })
  return { ...((await response.json()) as Omit<Answer, 'receiptSecret'>), receiptSecret }
}

/** Opens a STREAM connection to who answered, with the plain libraries, as any other wallet would. */
export const connectTo = (account: BtpAccount, answer: Answer): Promise<Connection> =>
  createConnection({
    plugin: new IlpPluginBtp({
      server: `btp+${account.url}`,
      btpAccount: account.username,
      btpToken: account.token,
    }),
    destinationAccount: answer.destination_account,
    sharedSecret: Buffer.from(answer.shared_secret, 'base64'),
    slippage: 0.05,
  })

/** Sends exactly `amount` units to who answered. */
export const payAnswer = async (
  account: BtpAccount,
  answer: Answer,
  amount: bigint,
): Promise<Payment> => {
  const connection = await connectTo(account, answer)
  const stream = connection.createStream()
  await stream.sendTotal(amount.toString())
  if (stream.receipt === undefined) throw new Error('The receiver gave no receipt')
  const { totalReceived } = verifyReceipt(stream.receipt, () => answer.receiptSecret)
  const payment = {
    sent: BigInt(connection.totalSent),
    delivered: BigInt(connection.totalDelivered),
    destinationAsset: {
      code: connection.destinationAssetCode ?? '',
      scale: connection.destinationAssetScale ?? NaN,
    },
    receipt: BigInt(totalReceived.toString()),
  }
  await connection.end()
  return payment
}

/** Sends exactly `amount` units to an SPSP endpoint. */
export const pay = async (account: BtpAccount, url: string, amount: bigint): Promise<Payment> =>
  payAnswer(account, await ask(url), amount)
