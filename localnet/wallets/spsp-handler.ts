import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Book, Pointer } from '../store/book.ts'
import { acceptsSpsp, answerSpsp } from './answer-spsp.ts'
import type { StreamReceiver } from './stream-receiver.ts'

const refuse = (res: ServerResponse, status: number, message: string): void => {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  res.end(JSON.stringify({ id: String(status), message }))
}

/** `{"received":"123","packets":4}`: what the receiver's books say of a pointer. */
export const answerRecord = (res: ServerResponse, book: Book, { id }: Pointer): void => {
  const { received, packets } = book.record(id)
  res.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  res.end(JSON.stringify({ received: received.toString(), packets }))
}

/**
 * `GET /user`: the SPSP endpoint of RFC 9. `GET /user/record`: the receiver's books for that pointer.
 * The Host header is not looked at: behind TLS the wallet answers for whatever name it is reached by.
 */
export const spspHandler = (
  book: Book,
  pointers: readonly Pointer[],
  receiver: StreamReceiver,
): RequestListener => {
  const byName = new Map(pointers.map((pointer) => [pointer.name, pointer]))

  const query = (req: IncomingMessage, res: ServerResponse, { id }: Pointer): void => {
    if (!acceptsSpsp(req)) return refuse(res, 406, 'This resource is application/spsp4+json only')
    answerSpsp(req, res, (receipt) => {
      const credentials = receiver.issue(receipt)
      book.issued(credentials.destinationAccount, id)
      return credentials
    })
  }

  const route = (req: IncomingMessage, res: ServerResponse): void => {
    const [user = '', resource, ...rest] =
      (req.url ?? '').split('?', 1)[0]?.split('/').slice(1) ?? []
    const pointer = byName.get(user)
    if (req.method !== 'GET') return refuse(res, 405, 'Only GET')
    if (pointer === undefined || rest.length > 0) return refuse(res, 404, 'No such pointer')
    if (resource === undefined) return query(req, res, pointer)
    if (resource !== 'record') return refuse(res, 404, 'No such resource')
    answerRecord(res, book, pointer)
  }

  return (req, res) => {
    try {
      route(req, res)
    } catch (error) {
      // The disk may be full: who comes when it is not is answered again.
      refuse(res, 500, `This wallet cannot answer: ${(error as Error).message}`)
    }
  }
}
