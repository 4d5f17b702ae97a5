interface Cause {
  readonly code?: string
  readonly message?: string
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name could not be looked up',
  ETIMEDOUT: 'nobody answers',
  UND_ERR_CONNECT_TIMEOUT: 'nobody answers',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for other names, and not for this one',
  CERT_HAS_EXPIRED: 'its certificate has expired',
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/

/** Why `fetch` failed, in words. */
export const networkError = (error: unknown): string => {
  if ((error as Error).name === 'TimeoutError') return 'there is no answer within five seconds'
  const { code = '', message = '' } = ((error as Error).cause ?? {}) as Cause
  if (!(code in WORDS) && CERTIFICATE.test(code))
    return `its certificate is not trusted (${code}). For one of your own, name the PEM file that certifies it: --pay URL --ca FILE`
  if (/wrong version number|packet length too long/i.test(message))
    return 'no TLS is spoken there: is it http, not https?'
  return WORDS[code] ?? (message || (error as Error).message)
}
