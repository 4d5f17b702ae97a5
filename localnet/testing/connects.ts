import { once } from 'node:events'
import { createRequire } from 'node:module'
import { WebSocket } from 'ws'
import type { BtpAccount } from '../announcement.ts'

interface BtpPacket {
  serialize(packet: unknown): Buffer
  deserialize(bytes: Buffer): { type: number }
  TYPE_MESSAGE: number
  TYPE_RESPONSE: number
  MIME_APPLICATION_OCTET_STREAM: number
  MIME_TEXT_PLAIN_UTF8: number
}
const btp = createRequire(import.meta.url)('btp-packet') as BtpPacket

const text = (protocolName: string, value: string) => ({
  protocolName,
  contentType: btp.MIME_TEXT_PLAIN_UTF8,
  data: Buffer.from(value),
})

/** Whether the connector lets this account in, from a page or an extension of `origin`. */
export const connects = async (account: BtpAccount, origin?: string): Promise<boolean> => {
  const socket = new WebSocket(account.url, origin === undefined ? {} : { origin })
  const closed = once(socket, 'close').then(() => false)
  const answered = once(socket, 'message').then(
    ([data]) => btp.deserialize(data as Buffer).type === btp.TYPE_RESPONSE,
  )
  await once(socket, 'open')
  const auth = {
    protocolName: 'auth',
    contentType: btp.MIME_APPLICATION_OCTET_STREAM,
    data: Buffer.alloc(0),
  }
  const protocolData = [
    auth,
    text('auth_username', account.username),
    text('auth_token', account.token),
  ]
  socket.send(btp.serialize({ type: btp.TYPE_MESSAGE, requestId: 1, data: { protocolData } }))
  const welcome = await Promise.race([answered, closed])
  socket.close()
  await closed
  return welcome
}
