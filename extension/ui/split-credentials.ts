export interface SplitAddress {
  readonly address: string
  readonly username: string
  readonly token: string
}

/**
 * Takes the credentials out of `btp+wss://name:token@host/path`, the form in which they are often
 * handed out, so that the token does not stay readable in the address. Null if there are none.
 */
export const splitCredentials = (typed: string): SplitAddress | null => {
  const match = /^\s*((?:(?:btp\+)?wss?|(?:ilp\+)?https?):\/\/)([^/?#]*)@(.*)$/is.exec(typed)
  if (match === null) return null
  const [, scheme = '', credentials = '', rest = ''] = match
  const colon = credentials.indexOf(':')
  const username = colon < 0 ? credentials : credentials.slice(0, colon)
  const token = colon < 0 ? '' : credentials.slice(colon + 1)
  return { address: scheme + rest, username: decoded(username), token: decoded(token) }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
