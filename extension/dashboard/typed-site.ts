import { isLoopback } from '../../src/spsp/host-rules.ts'
import { readOrigin } from '../../src/wallet/site-rules.ts'

export type TypedSite =
  | { readonly origin: string; readonly problem: null }
  | { readonly origin: null; readonly problem: 'malformed' | 'insecure' }

const MALFORMED = { origin: null, problem: 'malformed' } as const

const readUrl = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** The site that a person means by what they typed: a host, or an address of any page of it. */
export const readTypedSite = (text: string): TypedSite => {
  const typed = text.trim()
  const bare = !/^[a-z][a-z\d+.-]*:\/\//i.test(typed)
  const secure = readUrl(bare ? `https://${typed}` : typed)
  // Servers on this computer seldom have a certificate.
  const url = secure && bare && isLoopback(secure) ? readUrl(`http://${typed}`) : secure
  if (!url || url.username !== '' || url.password !== '') return MALFORMED
  const origin = readOrigin(url.href)
  const named = /[^.]\.[^.]/.test(url.hostname) || url.hostname.startsWith('[')
  if (origin === null || !(named || isLoopback(url))) return MALFORMED
  if (url.protocol === 'http:' && !isLoopback(url)) return { origin: null, problem: 'insecure' }
  return { origin, problem: null }
}
