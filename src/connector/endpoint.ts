import { isLoopback } from '../spsp/host-rules.ts'

/** Where the user's connector listens, and as whom the user comes. No token in it. */
export interface Endpoint {
  /** `wss://connector.example/btp` or `https://connector.example/ilp`, without credentials. */
  readonly url: string
  /** BTP's auth_username (RFC 23, "Authentication"), or ilp-plugin-http's `ilp-peer-name`; may be empty. */
  readonly username: string
}

/** `http`: ILP over HTTP as it is spoken, where the answer to the POST is the ILP reply. */
export type Transport = 'btp' | 'http'

export const transportOf = ({ url }: Pick<Endpoint, 'url'>): Transport =>
  url.startsWith('http') ? 'http' : 'btp'

export interface EndpointInput {
  readonly address: string
  readonly username: string
  readonly token: string
}

export type EndpointFailure = 'address-malformed' | 'address-insecure' | 'token-missing'

/** `btp+wss:` and `ilp+https:` say which transport it is; it goes without saying, too. */
const PREFIX = /^(?:btp\+(?=wss?:)|ilp\+(?=https?:))/i

const SCHEMES = ['ws:', 'wss:', 'http:', 'https:']

const parse = (text: string): URL | null => {
  try {
    const url = new URL(text.trim().replace(PREFIX, ''))
    return SCHEMES.includes(url.protocol) && url.hash === '' ? url : null
  } catch {
    return null
  }
}

const credentialsIn = (url: URL): { username: string; token: string } | null => {
  try {
    return { username: decodeURIComponent(url.username), token: decodeURIComponent(url.password) }
  } catch {
    return null // a lone % sign: not percent-encoding, so not an address
  }
}

/**
 * Reads what a person typed. Credentials inside the address (`btp+wss://name:token@host/`) are taken out
 * and used where the fields of their own are empty. Unencrypted `ws:` and `http:` are for this
 * computer only: the token would be readable on the way.
 */
export const parseEndpoint = (
  input: EndpointInput,
): { endpoint: Endpoint; token: string } | EndpointFailure => {
  const url = parse(input.address)
  if (!url) return 'address-malformed'
  const open = url.protocol === 'ws:' || url.protocol === 'http:'
  if (open && !isLoopback(url)) return 'address-insecure'
  const inside = credentialsIn(url)
  if (!inside) return 'address-malformed'
  const username = input.username.trim() || inside.username
  const token = input.token.trim() || inside.token
  if (token === '') return 'token-missing'
  url.username = ''
  url.password = ''
  return { endpoint: { url: url.href, username }, token }
}
