import type { BrowserKind } from './browser-kind.ts'

/** A host name that a local TLS server answers for, whatever the port in the address. */
export interface HostMapping {
  /** For example `wallet.example`. */
  readonly host: string
  /** The port on 127.0.0.1 that answers for it. */
  readonly port: number
}

export interface TrustedServer {
  readonly host: string
  readonly port: number
  readonly certPem: string
}

/** What every way to start a browser is told. */
export interface LaunchOptions {
  readonly kind: BrowserKind
  /** The browser to run; by default the one `ensureBrowser` gives. */
  readonly executable?: string
  /** Without a window on the screen. True by default. */
  readonly headless?: boolean
  /** The unpacked extension. */
  readonly extensionDir: string
  /** Other unpacked extensions that are in the browser as well. */
  readonly besides?: readonly string[]
  /** A profile to keep. By default a fresh one, deleted when the browser is closed or killed. */
  readonly profileDir?: string
  /** If given, the browser reaches these hosts and loopback, and no other. */
  readonly hostMap?: readonly HostMapping[]
  /** Certificate authorities to trust, in PEM. For Chromium theirs must be part of the chain that a server sends. */
  readonly trustedCas?: readonly string[]
  /** A server of which this very certificate is taken: it may be sent alone, or signed by itself. */
  readonly trustedServer?: TrustedServer
  /** Firefox only: preferences beside the quieting ones. */
  readonly extraPrefs?: Readonly<Record<string, string | number | boolean>>
  /** The language of its interface, and so of the extension's words: `en-US` by default, whatever the machine speaks. */
  readonly language?: string
  readonly windowSize?: { readonly width: number; readonly height: number }
}
