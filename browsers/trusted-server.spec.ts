import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve, type Served } from './fixtures/serve.ts'
import { TOY_EXTENSION_DIR } from './fixtures/toy-extension-dir.ts'
import { launchBrowser } from './launch-browser.ts'
import { makeThrowawayCa } from './throwaway-ca.ts'

const ca = makeThrowawayCa(['localhost'])
const certPem = ca.chainPem.replace(ca.caCertPem, '')

let site: Served
let other: Served
beforeAll(async () => {
  const hello = (who: string) => `<title>Site</title><h1>Hello from ${who}</h1>`
  const html = { 'content-type': 'text/html' }
  // Without the authority's certificate, as many development servers have it.
  site = await serve((_, answer) => answer.writeHead(200, html).end(hello('it')), {
    ...ca,
    chainPem: certPem,
  })
  other = await serve(
    (_, answer) => answer.writeHead(200, html).end(hello('another')),
    makeThrowawayCa(['localhost']),
  )
})
afterAll(async () => {
  await site?.close()
  await other?.close()
})

it.each(['chrome', 'firefox'] as const)(
  '%s takes a certificate that is sent alone, and none of another authority',
  async (kind) => {
    const driver = await launchBrowser({
      kind,
      extensionDir: TOY_EXTENSION_DIR,
      trustedCas: [ca.caCertPem],
      trustedServer: { host: 'localhost', port: site.port, certPem },
    })
    try {
      const page = await driver.openTab(`https://localhost:${site.port}/`)
      expect(await page.text('h1')).toBe('Hello from it')
      expect(await page.evaluate('isSecureContext')).toBe(true)
      const refused = driver.openTab(`https://localhost:${other.port}/`)
      await expect(refused).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID|SEC_ERROR_UNKNOWN_ISSUER/)
    } finally {
      await driver.close()
    }
  },
)
