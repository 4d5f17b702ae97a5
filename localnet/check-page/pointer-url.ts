/** The hosts that the wallet asks in developer mode without https. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)

/** The SPSP endpoint behind an address (RFC 26), or why there is none, in words. */
export const pointerUrl = (address: string, base: string): URL | string => {
  const text = address.trim()
  if (/[{}<>]|%7b/i.test(text)) return 'a placeholder was left in it'
  if (!text.startsWith('$')) {
    if (!URL.canParse(text, base)) return 'it is neither a payment pointer nor a URL'
    if (!/^https?:/i.test(text))
      return 'it is no payment pointer ($wallet.example/you) and no URL; a browser takes it for a path of your own site'
    return settle(new URL(text))
  }
  const rest = text.slice(1)
  if (/^https?:/i.test(rest)) return 'it has a "$" and "https:"; it is one or the other'
  if (/[?#@\\\s]/.test(rest))
    return 'a payment pointer is a host and a path: without user, "?", "#" or spaces'
  if (!URL.canParse(`https://${rest}`)) return 'there is no host in it'
  const url = new URL(`https://${rest}`)
  if (isLoopback(url)) return settle(new URL(`http://${rest}`))
  if (url.port !== '' || /^[^/]*:/.test(rest))
    return 'a payment pointer has no port; a URL may have one'
  return settle(url)
}

const settle = (url: URL): URL | string => {
  if (url.protocol !== 'https:' && !isLoopback(url))
    return 'it is not https, and not on this machine'
  if (url.pathname === '/') url.pathname = '/.well-known/pay'
  return url
}
