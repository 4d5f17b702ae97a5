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
 * What follows `$` (RFC 26, "Payment Pointer Syntax"): host and path, with neither user, query nor fragment.
 * The URL parser would also take, and mend, what has spaces, control characters or backslashes in it.
 */
const DOLLAR = /^[^/?#@\\\s\p{Cc}]+(?:\/[^?#\\\s\p{Cc}]*)?$/u

/** An address that a link leads to, as strictly: it may have a port and a query. */
const ABSOLUTE = /^https?:\/\/[^/?#@\\\s\p{Cc}]+(?:[/?][^#\\\s\p{Cc}]*)?$/iu

/** Only a host on this computer may have a port, in developer mode; it is asked over http. */
const resolveDollar = (rest: string, rules: PointerRules): URL | null => {
  if (!DOLLAR.test(rest)) return null
  const secure = parseUrl(`https://${rest}`)
  if (secure && rules.loopback && isLoopback(secure)) return parseUrl(`http://${rest}`)
  return /^[^/]*:/.test(rest) ? null : secure
}

const resolveAbsolute = (text: string): URL | null => (ABSOLUTE.test(text) ? parseUrl(text) : null)

/**
 * The URL behind what a page wrote into its tag: a payment pointer or an https URL; an empty path means
 * `/.well-known/pay` (RFC 26, "Payment Pointer Resolution").
 * Null where it is neither, or where it leads to a place that the wallet does not ask.
 */
export const resolvePaymentPointer = (text: string, rules: PointerRules): URL | null => {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return null
  const url = trimmed.startsWith('$')
    ? resolveDollar(trimmed.slice(1), rules)
    : resolveAbsolute(trimmed)
  if (!url || !mayAsk(url, rules)) return null
  if (url.pathname === '/') url.pathname = '/.well-known/pay'
  return url
}
