import BtpPlugin from 'ilp-plugin-btp'
import { ACCOUNT_LIFETIME_MS, fetchAccount } from './account.ts'
import { readBtpFrame } from './btp-frames.ts'
import { withDeadline } from './deadline.ts'
import { LinkLost, type LinkFailure, type LinkFault, type Seen } from './link-failure.ts'
import type { OpenedLink, OpenLink } from './opened-link.ts'
import { tappedSocketClass } from './tapped-socket.ts'

/** TCP, TLS and WebSocket together; then BTP's authentication; then IL-DCP. Each has this long. */
const STEP_MS = 10_000

/**
 * A packet expires 30 s after it was made, and its connector says so then at the latest (RFC 27, R00). Where nothing
 * at all was heard for longer the socket is only half open: the other end is gone, and nobody told us.
 */
const SILENCE_MS = 31_000

/** Said to nobody: the plugin's own log lines hold frames, and the first frame holds the token. */
const SILENT = { info() {}, warn() {}, error() {}, debug() {}, trace() {} }

/** What a frame that is no BTP looks like, as a media type. */
const looksLike = (bytes: Buffer, isText: boolean): string => {
  if (!isText) return 'application/octet-stream'
  return /^\s*[[{]/.test(bytes.toString('utf8', 0, 100)) ? 'application/json' : 'text/plain'
}

/** One BTP socket: connects, authenticates (RFC 23) and asks for our account (RFC 31). Never rejects. */
export const openBtp = async (options: OpenLink): Promise<OpenedLink | LinkFault> => {
  const { clock, endpoint } = options
  let frames = 0
  let seen = null as Seen | null
  let authenticated: () => void = () => {}
  let failed: (why: LinkFailure) => void = () => {}
  let gone: (why: LinkFailure) => void = () => {}
  const lost = new Promise<LinkFailure>((resolve) => (gone = resolve))
  const opening = new Promise<LinkFailure | null>((resolve) => {
    authenticated = () => resolve(null)
    failed = resolve
  })

  const socketClass = tappedSocketClass(options.openSocket, {
    opened() {},
    frame(bytes, isText) {
      const frame = readBtpFrame(bytes)
      frames += 1
      if (!frame) {
        seen = { status: 'websocket', contentType: looksLike(bytes, isText) }
        failed('not-a-connector')
        close()
        return false
      }
      if (frames === 1) {
        if (frame.type === 'response') authenticated()
        else failed(frame.type === 'error' ? 'token-refused' : 'not-a-connector')
      }
      if (frame.fulfill) options.onFulfill(frame.fulfill)
      return true
    },
    closed(wasOpen) {
      failed(wasOpen && frames === 0 ? 'origin-refused' : 'connector-unreachable')
      close()
    },
  })
  const plugin = new BtpPlugin(
    {
      server: `btp+${endpoint.url}`,
      btpAccount: endpoint.username,
      btpToken: options.token.reveal(),
    },
    { WebSocket: socketClass, log: SILENT } as never,
  )
  let open = true
  const waiting = new Set<(why: LinkLost) => void>()
  const close = (): void => {
    if (!open) return
    open = false
    gone('connector-unreachable')
    for (const reject of waiting) reject(new LinkLost())
    // Rejects or throws only where the plugin never had a socket: then there is nothing to close.
    plugin.disconnect().catch(() => {})
  }
  const send = (bytes: Buffer): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      if (!open) return reject(new LinkLost())
      waiting.add(reject)
      const heard = frames
      const cancel = clock.after(SILENCE_MS, () => {
        if (frames === heard) close()
      })
      plugin
        .sendData(bytes)
        .then(resolve, reject)
        .finally(() => {
          cancel()
          waiting.delete(reject)
        })
    })

  plugin.registerDataHandler(async (bytes) => {
    const reply = await options.onPrepare(bytes)
    // Silence. One promise for all of it would hold every packet that was ever met with it.
    return reply ? Buffer.from(reply) : new Promise<never>(() => {})
  })
  const fail = (reason: LinkFailure): LinkFault => {
    close()
    return { reason, seen }
  }
  try {
    // Settles only in the good case; how it ended otherwise is heard at the socket.
    plugin.connect().catch(() => failed('connector-unreachable'))
    const failure = await withDeadline(clock, STEP_MS, opening)
    if (failure) return fail(failure)
  } catch {
    return fail(frames === 0 ? 'connector-unreachable' : 'not-a-connector')
  }
  try {
    const expiresAt = new Date(clock.wall() + ACCOUNT_LIFETIME_MS)
    const account = await withDeadline(clock, STEP_MS, fetchAccount(send, expiresAt))
    if (!account) return fail('no-asset')
    return {
      account,
      mayRepeat: false,
      sendData: async (bytes) => send(Buffer.from(bytes)),
      lost,
      close,
    }
  } catch (error) {
    return fail(error instanceof LinkLost ? 'connector-unreachable' : 'no-asset')
  }
}
