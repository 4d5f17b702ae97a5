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
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/

/** Why `fetch` failed, in words. */
export const networkError = (error: unknown): string => {
  if ((error as Error).name === 'TimeoutError') return 'there is no answer within five seconds'
  const { code = '', message = '' } = ((error as Error).cause ?? {}) as Cause
  if (CERTIFICATE.test(code))
    return `its certificate is not trusted (${code}). For one of your own, start with NODE_EXTRA_CA_CERTS=ca.pem; the browser has to trust it as well`
  if (/wrong version number|packet length too long/i.test(message))
    return 'no TLS is spoken there: is it http, not https?'
  return WORDS[code] ?? (message || (error as Error).message)
}
