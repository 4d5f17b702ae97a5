import type { TrustedServer } from '../launch-options.ts'
import type { BidiClient } from './bidi-client.ts'
import { evaluateInChrome } from './chrome-scope.ts'

const DATABASE = 'Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB)'
const EXCEPTIONS =
  'Cc["@mozilla.org/security/certoverride;1"].getService(Ci.nsICertOverrideService)'

const base64 = (certPem: string): string =>
  JSON.stringify(certPem.replace(/-----[^-]+-----|\s/g, ''))

/** As an authority for servers, and for nothing else. */
export async function trustCa(bidi: BidiClient, certPem: string): Promise<void> {
  await evaluateInChrome(bidi, `(${DATABASE}.addCertFromBase64(${base64(certPem)}, "CT,,"), true)`)
}

/** An exception, as Firefox takes no certificate from a server that could certify others. It goes when the browser does. */
export async function trustServer(bidi: BidiClient, server: TrustedServer): Promise<void> {
  const certificate = `${DATABASE}.constructX509FromBase64(${base64(server.certPem)})`
  const what = `${JSON.stringify(server.host)}, ${server.port}, {}, ${certificate}, true`
  await evaluateInChrome(bidi, `(${EXCEPTIONS}.rememberValidityOverride(${what}), true)`)
}
