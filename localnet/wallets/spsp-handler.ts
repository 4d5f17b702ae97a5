import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ReceivedBook, ReceivedRecord } from './received-book.ts'
import { receiptSetup } from './receipt-setup.ts'
import type { StreamReceiver } from './stream-receiver.ts'

const SPSP = 'application/spsp4+json'

const answer = (res: ServerResponse, status: number, body: unknown, type = 'application/json') => {
  res.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  res.end(JSON.stringify(body))
}

const refuse = (res: ServerResponse, status: number, message: string) =>
  answer(res, status, { id: String(status), message })

const accepts = (req: IncomingMessage): boolean =>
  (req.headers.accept ?? '')
    .split(',')
    .some((range) => range.split(';', 1)[0]?.trim().toLowerCase() === SPSP)

/**
 * `GET /user`: the SPSP endpoint of RFC 9. `GET /user/record`: the receiver's books for that pointer.
 * The Host header is not looked at: behind TLS the wallet answers for whatever name it is reached by.
 */
export const spspHandler = (book: ReceivedBook, receiver: StreamReceiver): RequestListener => {
  const query = (req: IncomingMessage, res: ServerResponse, record: ReceivedRecord) => {
    if (!accepts(req)) return refuse(res, 406, `This resource is ${SPSP} only`)
    const receipt = receiptSetup(req.headers)
    if (receipt === 'bad') return refuse(res, 400, 'Receipt-Nonce and Receipt-Secret do not fit')
    const { destinationAccount, sharedSecret } = receiver.issue(receipt)
    book.issued(destinationAccount, record)
    const body = {
      destination_account: destinationAccount,
      shared_secret: sharedSecret,
      receipts_enabled: receipt !== undefined,
    }
    answer(res, 200, body, SPSP)
  }

  return (req, res) => {
    const [user = '', resource, ...rest] =
      (req.url ?? '').split('?', 1)[0]?.split('/').slice(1) ?? []
    const record = book.record(user)
    if (req.method !== 'GET') return refuse(res, 405, 'Only GET')
    if (record === undefined || rest.length > 0) return refuse(res, 404, 'No such pointer')
    if (resource === undefined) return query(req, res, record)
    if (resource !== 'record') return refuse(res, 404, 'No such resource')
    answer(res, 200, { received: record.received.toString(), packets: record.packets })
  }
}
