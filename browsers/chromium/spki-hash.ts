import { createHash, X509Certificate } from 'node:crypto'

/** How Chromium names a public key: the base64 of its SHA-256. */
export function spkiHash(certPem: string): string {
  const spki = new X509Certificate(certPem).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('base64')
}
