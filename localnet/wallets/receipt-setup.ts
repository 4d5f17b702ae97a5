import type { IncomingHttpHeaders } from 'node:http'
import type { ReceiptSetup } from './stream-receiver.ts'

const bytes = (header: string | string[] | undefined, length: number): Buffer | undefined => {
  if (typeof header !== 'string') return undefined
  const decoded = Buffer.from(header, 'base64')
  return decoded.length === length ? decoded : undefined
}

/**
 * RFC 9 and 39: `Receipt-Nonce` (16 bytes) and `Receipt-Secret` (32 bytes), both base64, come together or not at all.
 * `undefined` = no receipts wanted, `'bad'` = the request is to be refused.
 */
export const receiptSetup = (headers: IncomingHttpHeaders): ReceiptSetup | undefined | 'bad' => {
  const { 'receipt-nonce': nonceHeader, 'receipt-secret': secretHeader } = headers
  if (nonceHeader === undefined && secretHeader === undefined) return undefined
  const nonce = bytes(nonceHeader, 16)
  const secret = bytes(secretHeader, 32)
  return nonce && secret ? { nonce, secret } : 'bad'
}
