import { isLoopback } from '../spsp/host-rules.ts'

/** Where the user's connector listens for BTP, and as whom the user comes. No token in it. */
export interface Endpoint {
  /** `wss://connector.example/btp`, without credentials. */
  readonly url: string
  /** BTP's auth_username (RFC 23, "Authentication"); may be empty. */
  readonly username: string
}

export interface EndpointInput {
  readonly address: string
  readonly username: string
  readonly token: string
}

export type EndpointFailure = 'address-malformed' | 'address-insecure' | 'token-missing'

const parse = (text: string): URL | null => {
  try {
    return new URL(text.trim().replace(/^btp\+/i, ''))
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
 * and used where the fields of their own are empty. Unencrypted `ws:` is for this computer only:
 * the token would be readable on the way.
 */
export const parseEndpoint = (
  input: EndpointInput,
): { endpoint: Endpoint; token: string } | EndpointFailure => {
  const url = parse(input.address)
  if (!url || (url.protocol !== 'ws:' && url.protocol !== 'wss:') || url.hash !== '') {
    return 'address-malformed'
  }
  if (url.protocol === 'ws:' && !isLoopback(url)) return 'address-insecure'
  const inside = credentialsIn(url)
  if (!inside) return 'address-malformed'
  const username = input.username.trim() || inside.username
  const token = input.token.trim() || inside.token
  if (token === '') return 'token-missing'
  url.username = ''
  url.password = ''
  return { endpoint: { url: url.href, username }, token }
}
