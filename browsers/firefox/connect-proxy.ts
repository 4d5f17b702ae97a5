import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { HostMapping } from '../launch-options.ts'

/** A proxy that leads the listed hosts to local ports and refuses all others. */
export interface ConnectProxy {
  readonly port: number
  close(): void
}

/** Starts one on 127.0.0.1. */
export async function startConnectProxy(hostMap: readonly HostMapping[]): Promise<ConnectProxy> {
  const ports = new Map(hostMap.map(({ host, port }) => [host, port]))
  const open = new Set<Socket>()
  const server = createServer((_request, response) => {
    response.writeHead(403).end('Only tunnels to the listed hosts')
  })
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const port = ports.get((request.url ?? '').replace(/:\d+$/, ''))
    client.on('error', () => client.destroy())
    if (port === undefined) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.write(head)
      target.pipe(client).pipe(target)
    })
    target.on('error', () => client.destroy())
    client.on('close', () => target.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return { port: (server.address() as AddressInfo).port, close }
}
