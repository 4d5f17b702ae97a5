import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import MiniAccounts from 'ilp-plugin-mini-accounts'
import { WebSocketServer, type WebSocket } from 'ws'

/** Something at a connector's address that cannot be paid through. */
export interface OddConnector {
  readonly url: string
  readonly close: () => Promise<void>
}

const btp = createRequire(import.meta.url)('btp-packet') as {
  serialize(packet: unknown): Buffer
  deserialize(bytes: Buffer): { requestId: number }
  TYPE_RESPONSE: number
}

const urlOf = (server: Server): string => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`

/** A port that was just given back: nothing listens there. */
export const nothingListens = async (): Promise<OddConnector> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = urlOf(server)
  server.close()
  await once(server, 'close')
  return { url, close: () => Promise.resolve() }
}

const socketServer = async (onSocket: (socket: WebSocket) => void): Promise<OddConnector> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', onSocket)
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate()
    server.close()
    await once(server, 'close')
  }
  return { url: urlOf(server), close }
}

/** A WebSocket server of some other kind. */
export const speaksNoBtp = (): Promise<OddConnector> =>
  socketServer((socket) => socket.send('{"jsonrpc":"2.0","method":"hello"}'))

/** Lets everybody in, and answers nothing from then on: no IL-DCP either. */
export const givesNoAsset = (): Promise<OddConnector> =>
  socketServer((socket) =>
    socket.once('message', (bytes: Buffer) => {
      const { requestId } = btp.deserialize(bytes)
      socket.send(btp.serialize({ type: btp.TYPE_RESPONSE, requestId, data: { protocolData: [] } }))
    }),
  )

/** The plugin of the real connector, without the connector. */
const onlyThePlugin = async (
  options: Partial<ConstructorParameters<typeof MiniAccounts>[0]>,
): Promise<OddConnector> => {
  const { url, close } = await nothingListens()
  await close()
  const plugin = new MiniAccounts({
    wsOpts: { host: '127.0.0.1', port: Number(new URL(url).port) },
    allowedOrigins: ['.*'],
    debugHostIldcpInfo: { clientAddress: 'test.odd', assetCode: 'USD', assetScale: 9 },
    ...options,
  })
  await plugin.connect()
  return { url, close: () => plugin.disconnect() }
}

const createMemoryStore = () => {
  const kept = new Map<string, string>()
  return {
    get: (key: string) => Promise.resolve(kept.get(key)),
    put: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
    del: (key: string) => Promise.resolve(void kept.delete(key)),
  }
}

/** No browser's origin was allowed on it. */
export const refusesOrigins = () => onlyThePlugin({ allowedOrigins: [] })

/** It keeps no accounts, and so knows nobody by name. */
export const refusesTokens = () => onlyThePlugin({})

/** It lets everybody in, and its operator has left the asset's name empty. */
export const namesNoAsset = () =>
  onlyThePlugin({
    debugHostIldcpInfo: { clientAddress: 'test.odd', assetCode: '', assetScale: 9 },
    _store: createMemoryStore(),
  })
