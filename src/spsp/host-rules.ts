/** Names that lead to this computer. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Names that never leave a private network (RFC 6762, 8375, 6761 and ICANN's .internal). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa|lan|intranet|corp|home)$/

const isPrivateIpv4 = (host: string): boolean => {
  const parts = host.split('.').map(Number)
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part))) return false
  const [a = 0, b = 0] = parts
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || b === 0)) ||
    (a === 198 && (b === 18 || b === 19))
  )
}

export const isLoopback = (url: URL): boolean => LOOPBACK.test(url.hostname)

/**
 * May the wallet ask this host for payment details? The URL parser has already turned every spelling of
 * an address (decimal, octal, hexadecimal, punycode) into its one canonical form.
 * Every IPv6 literal is refused: no public wallet is named by one, and their private ranges are many.
 */
export const isPublicHost = (url: URL): boolean => {
  const host = url.hostname.replace(/\.$/, '')
  if (host === '' || host.startsWith('[') || host.endsWith('.')) return false
  if (/^\d+(?:\.\d+){3}$/.test(host)) return !isPrivateIpv4(host)
  return host.includes('.') && !PRIVATE_NAME.test(host)
}
