import type { OpenSocket, PlainSocket } from '../../src/ports/open-socket.ts'

export const openSocket: OpenSocket = (url) => new WebSocket(url) as unknown as PlainSocket
