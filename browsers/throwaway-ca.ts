import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { bits, boolean, der, integer, octets, oid, sequence, set, utcTime, utf8 } from './der.ts'

const DAY_MS = 86_400_000
const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'))

/** A certificate for some hosts by an authority that exists for one test run; all PEM. */
export interface ThrowawayCa {
  /** What a browser is told to trust. */
  readonly caCertPem: string
  /** The hosts' certificate and then the authority's: what a server sends. */
  readonly chainPem: string
  /** The private key of the hosts' certificate. */
  readonly keyPem: string
}

const name = (common: string) => sequence(set(sequence(oid('2.5.4.3'), utf8(common))))

const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value))

const CA_EXTENSIONS = [
  extension('2.5.29.19', true, sequence(boolean(true))),
  // keyCertSign and cRLSign.
  extension('2.5.29.15', true, bits(Buffer.from([0x06]), 1)),
]

const leafExtensions = (hosts: readonly string[]) => [
  extension('2.5.29.19', true, sequence()),
  // digitalSignature.
  extension('2.5.29.15', true, bits(Buffer.from([0x80]), 7)),
  // serverAuth.
  extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
  extension('2.5.29.17', false, sequence(...hosts.map((host) => der(0x82, Buffer.from(host))))),
]

function certificate(from: {
  readonly subject: string
  readonly publicKey: KeyObject
  readonly issuer: string
  readonly issuerKey: KeyObject
  readonly extensions: readonly Buffer[]
}): string {
  const serial = randomBytes(16)
  // Neither negative nor starting with a zero byte, which DER forbids.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const now = Date.now()
  const toBeSigned = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ECDSA_SHA256,
    name(from.issuer),
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + 30 * DAY_MS))),
    name(from.subject),
    from.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...from.extensions)),
  )
  const signature = sign('sha256', toBeSigned, from.issuerKey)
  const whole = sequence(toBeSigned, ECDSA_SHA256, bits(signature)).toString('base64')
  const lines = whole.replace(/.{1,64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`
}

/** Makes an authority and has it certify the hosts; nothing is written to disk. */
export function makeThrowawayCa(hosts: readonly string[]): ThrowawayCa {
  const [host = ''] = hosts
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issuer = `Throw-away CA ${randomBytes(4).toString('hex')}`
  const signed = { issuer, issuerKey: ca.privateKey }
  const caCertPem = certificate({
    ...signed,
    subject: issuer,
    publicKey: ca.publicKey,
    extensions: CA_EXTENSIONS,
  })
  const leafPem = certificate({
    ...signed,
    subject: host,
    publicKey: leaf.publicKey,
    extensions: leafExtensions(hosts),
  })
  const keyPem = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { caCertPem, chainPem: leafPem + caCertPem, keyPem }
}
