import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { expect, test } from 'vitest'
import { startLocalnet } from './start-localnet.ts'
import { selfSigned } from './testing/self-signed.ts'

test('with a certificate, the first USD/9 wallet is reachable over https too', async () => {
  const certificate = selfSigned('wallet.example')
  const localnet = await startLocalnet({ tls: { ...certificate, hosts: ['wallet.example'] } })
  try {
    const { https, wallets, announcement } = localnet
    expect(https?.pointers).toEqual(['$wallet.example/alice'])
    expect(announcement.https).toEqual(https)
    const asked = request({
      host: '127.0.0.1',
      port: https?.port,
      path: '/alice',
      servername: 'wallet.example',
      ca: certificate.cert,
      agent: false,
      headers: { host: 'wallet.example', accept: 'application/spsp4+json' },
    }).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(200)
    response.resume()
    expect(wallets[0]?.asset).toEqual({ code: 'USD', scale: 9 })
  } finally {
    await localnet.stop()
  }
})
