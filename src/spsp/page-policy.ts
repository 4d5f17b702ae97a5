/** A Content Security Policy that a page gave itself. */
export interface PagePolicy {
  /** Origin of the document that was given the policy: what `'self'` means. */
  readonly self: string
  /** As in `<meta http-equiv="Content-Security-Policy" content>`. */
  readonly text: string
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' }

const schemeOf = (url: URL): string => url.protocol.slice(0, -1)
const portOf = (url: URL): string => url.port || (DEFAULT_PORTS[schemeOf(url)] ?? '')

const parseUrl = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Its sources; null where the policy says nothing of monetization. The first directive of a name counts. */
const sourcesOf = ({ text }: PagePolicy): readonly string[] | null => {
  const directives = new Map<string, readonly string[]>()
  for (const part of text.split(';')) {
    const [name, ...sources] = part.split(/[\t\n\f\r ]+/).filter(Boolean)
    const key = name?.toLowerCase()
    if (key !== undefined && !directives.has(key)) directives.set(key, sources)
  }
  return directives.get('monetization-src') ?? directives.get('default-src') ?? null
}

/** CSP 3, "scheme-part matches": a secure scheme does for its insecure one. */
const schemeMatches = (wanted: string, scheme: string): boolean =>
  wanted === scheme || (wanted === 'http' && scheme === 'https')

/** CSP 3, "host-part matches"; 127.0.0.1 is the one address that a policy can name. */
const hostMatches = (wanted: string, host: string): boolean => {
  if (wanted === '*') return true
  if (wanted.startsWith('*.')) return host.endsWith(wanted.slice(1))
  if (/^\d+(?:\.\d+){3}$/.test(wanted) && wanted !== '127.0.0.1') return false
  return wanted === host
}

/** CSP 3, "port-part matches". */
const portMatches = (wanted: string | undefined, url: URL): boolean => {
  const port = portOf(url)
  if (wanted === undefined) return port === DEFAULT_PORTS[schemeOf(url)]
  return wanted === '*' || wanted === port || (wanted === '80' && port === '443')
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** CSP 3, "path-part matches": a folder where it ends with a slash. */
const pathMatches = (wanted: string, path: string): boolean =>
  wanted === '' ||
  (wanted.endsWith('/') ? decode(path).startsWith(decode(wanted)) : decode(path) === decode(wanted))

const selfMatches = (self: URL | null, url: URL): boolean => {
  if (!self || self.hostname !== url.hostname) return false
  if (!schemeMatches(schemeOf(self), schemeOf(url))) return false
  const upgraded = self.port === '' && url.port === ''
  return portOf(self) === portOf(url) || upgraded
}

const SCHEME_SOURCE = /^([a-z][a-z0-9+.-]*):$/i
const HOST_SOURCE =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|[^/:?#'*]+|\*\.[^/:?#'*]+)(?::(\d+|\*))?(\/[^?#]*)?$/i

/** CSP 3, "Does url match expression in origin with redirect count?" */
const sourceMatches = (
  source: string,
  self: URL | null,
  url: URL,
  redirected: boolean,
): boolean => {
  const scheme = schemeOf(url)
  if (source === '*') return scheme === 'http' || scheme === 'https'
  if (/^'self'$/i.test(source)) return selfMatches(self, url)
  const schemeSource = SCHEME_SOURCE.exec(source)?.[1]
  if (schemeSource !== undefined) return schemeMatches(schemeSource.toLowerCase(), scheme)
  const [, wantedScheme, host, port, path = ''] = HOST_SOURCE.exec(source) ?? []
  if (host === undefined) return false
  const own = wantedScheme?.toLowerCase() ?? (self && schemeOf(self))
  return (
    own !== null &&
    schemeMatches(own, scheme) &&
    hostMatches(host.toLowerCase(), url.hostname) &&
    portMatches(port, url) &&
    // A path after a redirect would tell the page where that led.
    (redirected || pathMatches(path, url.pathname))
  )
}

/**
 * Do all of these policies let this address be asked? Draft, "`monetization-src` directive": a fetch directive
 * that falls back to `default-src`. `'none'`, and whatever else is no source, matches nothing.
 */
export const policiesAllow = (
  policies: readonly PagePolicy[],
  url: URL,
  redirected = false,
): boolean =>
  policies.every((policy) => {
    const sources = sourcesOf(policy)
    const self = parseUrl(policy.self)
    return sources === null || sources.some((one) => sourceMatches(one, self, url, redirected))
  })
