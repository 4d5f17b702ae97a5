import type { OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import type { Writable } from 'node:stream'

/** In every hostile body, so that it can be searched for where it must not be. */
export const CANARY = 'hostile-canary'

const SPSP = 'application/spsp4+json'
const SECRET = Buffer.alloc(32, 7).toString('base64')

/** What a wallet would answer, but for the fields given. */
export const receiver = (fields: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    destination_account: 'test.tributary.usd.x',
    shared_secret: SECRET,
    note: CANARY,
    ...fields,
  })

export const answer =
  (
    status: number,
    body: string | Buffer = CANARY,
    headers: OutgoingHttpHeaders = {},
  ): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': SPSP, ...headers }).end(body)

export const spsp = (body: string): RequestListener => answer(200, body)
export const redirect = (location: string): RequestListener => answer(302, CANARY, { location })

/** Bytes as they are, whatever HTTP says of them; the connection stays open unless they end it. */
export const raw =
  (write: (response: ServerResponse) => void): RequestListener =>
  (_, response) =>
    write(response)

const pour = (into: Writable, more: Buffer): void => {
  const write = (): void => {
    while (!into.destroyed && into.write(more));
  }
  into.on('drain', write)
  write()
}

/** The text, and then more of it without an end, as fast as it is taken. */
export const endless =
  (status: number, start: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': SPSP }).write(start)
    pour(response, Buffer.alloc(65_536, CANARY))
  }

/** Header after header. */
export const endlessHead =
  (start: string): RequestListener =>
  (_, { socket }) => {
    socket?.write(start)
    if (socket) pour(socket, Buffer.from(`x: ${CANARY.repeat(100)}\r\n`.repeat(40)))
  }

/** One byte of the text in a second, past the head if there is one. */
export const drip =
  (text: string, head = ''): RequestListener =>
  (_, response) => {
    const { socket } = response
    if (head) socket?.write(head)
    let sent = 0
    const timer = setInterval(() => socket?.write(text[sent++ % text.length] ?? ''), 1_000)
    response.on('close', () => clearInterval(timer))
  }
