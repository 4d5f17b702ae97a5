import { isLoopback, isPublicHost } from './host-rules.ts'

/** Longer than any honest address; keeps the work on hostile ones small. */
const LONGEST = 2048

export interface PointerRules {
  /** Developer mode: addresses on this computer are accepted too, also over http and with a port. */
  readonly loopback: boolean
}

const parseUrl = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Is this a URL that the wallet may ask for payment details, now and after every redirect? */
export const mayAsk = (url: URL, rules: PointerRules): boolean => {
  if (url.username !== '' || url.password !== '') return false
  if (rules.loopback && isLoopback(url))
    return url.protocol === 'http:' || url.protocol === 'https:'
  return url.protocol === 'https:' && isPublicHost(url)
}

/**
 * `$host/path` (RFC 26, "Payment Pointer Resolution") has neither user, port, query nor fragment;
 * an empty path means `/.well-known/pay`.
 */
const resolveDollar = (rest: string, rules: PointerRules): URL | null => {
  if (!/^[^/?#@\\\s]+(?:\/[^?#\\\s]*)?$/.test(rest)) return null
  const secure = parseUrl(`https://${rest}`)
  if (!secure) return null
  const loopback = rules.loopback && isLoopback(secure)
  const url = loopback ? parseUrl(`http://${rest}`) : secure
  if (!url || (url.port !== '' && !loopback)) return null
  if (url.pathname === '/') url.pathname = '/.well-known/pay'
  return url
}

/**
 * The URL behind what a page wrote into its tag: a payment pointer or an https URL.
 * Null where it is neither, or where it leads to a place that the wallet does not ask.
 */
export const resolvePaymentPointer = (text: string, rules: PointerRules): URL | null => {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > LONGEST) return null
  const url = trimmed.startsWith('$') ? resolveDollar(trimmed.slice(1), rules) : parseUrl(trimmed)
  if (!url || url.hash !== '' || !mayAsk(url, rules)) return null
  if (!trimmed.startsWith('$') && url.pathname === '/') url.pathname = '/.well-known/pay'
  return url
}
