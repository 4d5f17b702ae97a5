import type { IncomingMessage, ServerResponse } from 'node:http'
import { receiptSetup } from './receipt-setup.ts'
import type { Credentials, ReceiptSetup } from './stream-receiver.ts'

const SPSP = 'application/spsp4+json'

/** Whether the request asks for an SPSP answer, as RFC 9 wants it asked. */
export const acceptsSpsp = (req: IncomingMessage): boolean =>
  (req.headers.accept ?? '')
    .split(',')
    .some((range) => range.split(';', 1)[0]?.trim().toLowerCase() === SPSP)

/**
 * Answers with what `issue` gives out for this payer. Pages of any origin may read it: where a browser itself pays, it
 * fetches the address of a `link` in CORS mode.
 */
export const answerSpsp = (
  req: IncomingMessage,
  res: ServerResponse,
  issue: (receipt: ReceiptSetup | undefined) => Credentials,
): void => {
  const answer = (status: number, type: string, body: unknown): void => {
    res.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    res.end(JSON.stringify(body))
  }
  const receipt = receiptSetup(req.headers)
  if (receipt === 'bad') {
    const message = 'Receipt-Nonce and Receipt-Secret do not fit'
    return answer(400, 'application/json', { id: '400', message })
  }
  const { destinationAccount, sharedSecret } = issue(receipt)
  answer(200, SPSP, {
    destination_account: destinationAccount,
    shared_secret: sharedSecret,
    receipts_enabled: receipt !== undefined,
  })
}
