import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { serve } from '../fixtures/serve.ts'
import { startConnectProxy } from './connect-proxy.ts'

/** The first bytes of the answer to a CONNECT and, through the tunnel, a plain request. */
async function tunnel(port: number, target: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const head = `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`
  socket.write(`${head}GET / HTTP/1.1\r\nHost: ${target}\r\nConnection: close\r\n\r\n`)
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

it('tunnels to listed hosts and refuses the rest', async () => {
  const server = await serve((_request, response) => response.end('through'))
  const proxy = await startConnectProxy([{ host: 'wallet.example', port: server.port }])
  expect(await tunnel(proxy.port, 'wallet.example:443')).toMatch(/ 200 [^]*through$/)
  expect(await tunnel(proxy.port, 'evil.example:443')).toMatch(/^HTTP\/1\.1 403 /)
  const plain = request({
    host: '127.0.0.1',
    port: proxy.port,
    path: 'http://wallet.example/',
  }).end()
  const [response] = (await once(plain, 'response')) as [{ statusCode: number; resume(): void }]
  response.resume()
  expect(response.statusCode).toBe(403)
  proxy.close()
  await server.close()
})
