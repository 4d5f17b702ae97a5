import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Certificates that somebody has made for a site of their own, to be trusted beside those that are known anyway. */
export interface OwnCa {
  /** Absolute. */
  readonly file: string
  /** What is in it: each in PEM. */
  readonly certificates: readonly string[]
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error(`--ca: there is no file ${file}`, { cause: error })
    const why = code === 'EISDIR' ? 'is a folder: name the file in it' : `cannot be read (${code})`
    throw new Error(`--ca: ${file} ${why}`, { cause: error })
  }
}

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).serialNumber !== ''
  } catch {
    return false
  }
}

/** Throws an Error that says what is wrong with the file, in words for whoever named it. */
export const readCa = (given: string): OwnCa => {
  if (given === '') throw new Error('--ca takes a file')
  const file = resolve(given)
  const certificates = readText(file).match(CERTIFICATE) ?? []
  if (certificates.length === 0)
    throw new Error(
      `--ca: there is no certificate in ${file}. It takes PEM, text with "-----BEGIN CERTIFICATE-----" in it; ` +
        `from DER it is made by: openssl x509 -inform der -in FILE -out ca.pem`,
    )
  if (!certificates.every(isCertificate))
    throw new Error(`--ca: a certificate in ${file} is damaged: copy the file once more`)
  return { file, certificates }
}
