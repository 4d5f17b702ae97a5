import { vi } from 'vitest'
import type { PlainSocket } from '../../src/ports/open-socket.ts'
import type { WalletPorts } from '../../src/wallet/wallet.ts'

/** One socket of the wallet: where it led, and every frame that left. */
interface HeardSocket {
  readonly url: string
  readonly sent: Buffer[]
  readonly close: () => void
}

/** Hears everything that passes the ports of a wallet, and what the process prints and throws meanwhile. */
export interface Ear {
  readonly through: (ports: WalletPorts) => WalletPorts
  /** Where a secret has no business, by the name of the place, as text. */
  readonly heard: Map<string, string[]>
  note(place: string, value: unknown): void
  readonly sockets: HeardSocket[]
  /** Bodies of SPSP answers. */
  readonly bodies: string[]
  /** Of the last settings that were saved. */
  readonly settings: () => string
  stop(): void
}

const toText = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)]
  if (!(value instanceof Error)) return value
  return { text: `${value.name} ${value.message} ${value.stack ?? ''}`, cause: value.cause }
}

export const openEar = (): Ear => {
  const heard = new Map<string, string[]>()
  const sockets: HeardSocket[] = []
  const bodies: string[] = []
  let saved = ''
  const note = (place: string, value: unknown): void => {
    const text = typeof value === 'string' ? value : JSON.stringify(value, toText)
    heard.set(place, [...(heard.get(place) ?? []), text])
  }
  const onThrown = (why: unknown): void => note('thrown', why)
  process.on('unhandledRejection', onThrown)
  process.on('uncaughtExceptionMonitor', onThrown)
  const prints = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...words) => note('printed', words)),
  )
  const writes = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      note('printed', String(chunk))
      return true
    }),
  )

  const hearSocket = (url: string, socket: PlainSocket): PlainSocket => {
    const sent: Buffer[] = []
    sockets.push({ url, sent, close: () => socket.close() })
    note('addresses of sockets', url)
    const send = socket.send.bind(socket)
    socket.send = (bytes) => {
      sent.push(Buffer.from(bytes))
      send(bytes)
    }
    return socket
  }
  return {
    heard,
    note,
    sockets,
    bodies,
    settings: () => saved,
    through: (ports) => ({
      ...ports,
      openSocket: (url) => hearSocket(url, ports.openSocket(url)),
      async httpGet(request) {
        note('queries', { ...request, wantsBody: null })
        const reply = await ports.httpGet(request)
        if (reply.kind === 'reply') bodies.push(reply.body)
        return reply
      },
      journals: {
        claim: (book) => ports.journals.claim(book),
        async read(book) {
          const stored = await ports.journals.read(book)
          note('journal', [book, stored])
          return stored
        },
        append(book, writer, first, entries, changes) {
          note('journal', [book, entries])
          return ports.journals.append(book, writer, first, entries, changes)
        },
        compact(book, writer, base, length) {
          note('journal', [book, base])
          return ports.journals.compact(book, writer, base, length)
        },
        readSites: (book) => ports.journals.readSites(book),
        forgetPages: (until) => ports.journals.forgetPages(until),
      },
      mirrors: {
        load: (book) => ports.mirrors.load(book),
        save(book, mirror) {
          note('mirror', [book, mirror])
          return ports.mirrors.save(book, mirror)
        },
      },
      settings: {
        load: () => ports.settings.load(),
        save(settings) {
          saved = JSON.stringify(settings)
          return ports.settings.save(settings)
        },
      },
    }),
    stop() {
      for (const spy of [...prints, ...writes]) spy.mockRestore()
      process.off('unhandledRejection', onThrown)
      process.off('uncaughtExceptionMonitor', onThrown)
    },
  }
}
