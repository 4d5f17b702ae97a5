import { X509Certificate } from 'node:crypto'
import { get } from 'node:https'
import { expect, it } from 'vitest'
import { serve } from './fixtures/serve.ts'
import { makeThrowawayCa } from './throwaway-ca.ts'

const ca = makeThrowawayCa(['wallet.example', 'shop.example'])

it('certifies each of the hosts and nothing else', () => {
  const leaf = new X509Certificate(ca.chainPem)
  const authority = new X509Certificate(ca.caCertPem)
  expect(leaf.checkIssued(authority) && leaf.verify(authority.publicKey)).toBe(true)
  expect([leaf.ca, authority.ca]).toEqual([false, true])
  expect(leaf.checkHost('shop.example')).toBe('shop.example')
  expect(leaf.checkHost('evil.example')).toBeUndefined()
})

it('holds for a TLS client that trusts the authority, and for no other', async () => {
  const server = await serve((_request, response) => response.end('ok'), ca)
  const status = (trusted: string[]) =>
    new Promise<number | undefined>((resolve, reject) => {
      const where = { host: '127.0.0.1', port: server.port, servername: 'wallet.example' }
      get({ ...where, ca: trusted, agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode))
      }).on('error', reject)
    })
  expect(await status([ca.caCertPem])).toBe(200)
  await expect(status([makeThrowawayCa(['x']).caCertPem])).rejects.toThrow(/certificate/)
  await server.close()
})
