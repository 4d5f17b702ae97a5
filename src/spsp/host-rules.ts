/** Names that lead to this computer. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Names that mean something only inside a private network, or nothing in DNS: RFC 6761, 6762 (appendix G too),
 * 7686 and 9476, and ICANN's `.internal`. All of `.arpa` is infrastructure, `home.arpa` (RFC 8375) among it.
 */
const PRIVATE_NAME =
  /\.(?:localhost|localdomain|local|internal|private|intranet|corp|home|lan|arpa|test|invalid|onion|alt)$/

/** At least two labels, none of them empty. The URL parser lets `$` and `!` into names of hosts too. */
const SOUND_NAME = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/

/** First address and length of prefix: what the IANA IPv4 registries set aside from the public internet. */
const PRIVATE_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network, RFC 791
  ['10.0.0.0', 8], // private, RFC 1918
  ['100.64.0.0', 10], // carriers' address translation, RFC 6598
  ['127.0.0.0', 8], // loopback, RFC 1122
  ['169.254.0.0', 16], // link-local, RFC 3927
  ['172.16.0.0', 12], // private, RFC 1918
  ['192.0.0.0', 24], // protocol assignments, RFC 6890
  ['192.0.2.0', 24], // documentation, RFC 5737
  ['192.88.99.0', 24], // relays of 6to4, RFC 7526
  ['192.168.0.0', 16], // private, RFC 1918
  ['198.18.0.0', 15], // benchmarks, RFC 2544
  ['198.51.100.0', 24], // documentation, RFC 5737
  ['203.0.113.0', 24], // documentation, RFC 5737
  ['224.0.0.0', 3], // multicast, reserved and broadcast, RFC 1112
]

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

const ipv4Number = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0)

const isPrivateIpv4 = (address: string): boolean =>
  PRIVATE_IPV4.some(([first, length]) => {
    const distance = ipv4Number(address) - ipv4Number(first)
    return distance >= 0 && distance < 2 ** (32 - length)
  })

export const isLoopback = (url: URL): boolean => LOOPBACK.test(url.hostname)

/**
 * May the wallet ask this host for payment details? The URL parser has already turned every spelling of
 * an address (decimal, octal, hexadecimal, punycode) into its one canonical form.
 * Every IPv6 literal is refused: no public wallet is named by one, and their private ranges are many.
 */
export const isPublicHost = (url: URL): boolean => {
  const host = url.hostname.replace(/\.$/, '')
  if (IPV4.test(host)) return !isPrivateIpv4(host)
  return SOUND_NAME.test(host) && !PRIVATE_NAME.test(host)
}
