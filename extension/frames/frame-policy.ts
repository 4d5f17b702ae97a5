/** A document as the browser names it to the extension: no word of this is its own. */
export interface FramedDocument {
  /** `null` as text where it has none of its own: a sandbox without `allow-same-origin`. */
  readonly origin: string
  readonly url: string
}

/** What a document says of an element that holds one of its frames. */
export interface FrameElement {
  /** Only an iframe has `allow`, `src` and `srcdoc` that matter here; null for object, embed and frame. */
  readonly iframe: {
    readonly allow: string | null
    /** Absolute; null where it has none. */
    readonly src: string | null
    readonly srcdoc: boolean
  } | null
}

/** Permissions Policy, "Policy-controlled features": names are compared as they are. */
const FEATURE = 'monetization'

const parseUrl = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** An opaque origin is nobody's, not even its own twin's. */
const sameOrigin = (a: string, b: string): boolean => a !== 'null' && a === b

const isWeb = (url: URL | null): url is URL =>
  url?.protocol === 'https:' || url?.protocol === 'http:'

/** `about:blank` and `about:srcdoc`: what such a frame shows came from its parent. */
const isLocal = (url: URL | null): boolean => url?.protocol === 'about:'

/** Permissions Policy, "declared origin"; null where the element's address has none to declare. */
const declaredOrigin = (
  parent: FramedDocument,
  { src, srcdoc }: NonNullable<FrameElement['iframe']>,
): { readonly origin: string; readonly inherited: boolean } | null => {
  if (srcdoc || src === null) return { origin: parent.origin, inherited: true }
  const url = parseUrl(src)
  if (isLocal(url)) return { origin: parent.origin, inherited: true }
  return isWeb(url) ? { origin: url.origin, inherited: false } : null
}

/**
 * `'src'`: the frame still shows what its element names. A sandboxed document has no origin to compare, so there
 * it is the address that tells; the standard would let no list but `*` match it, Chromium lets any address.
 */
const showsItsSource = (
  parent: FramedDocument,
  iframe: NonNullable<FrameElement['iframe']>,
  child: FramedDocument,
): boolean => {
  const declared = declaredOrigin(parent, iframe)
  if (!declared) return false
  if (child.origin !== 'null') return sameOrigin(declared.origin, child.origin)
  const url = parseUrl(child.url)
  if (isLocal(url)) return declared.inherited
  return isWeb(url) && !declared.inherited && sameOrigin(declared.origin, url.origin)
}

const WILDCARD = /^(https?):\/\/\*\.([^/:?#*]+)(?::(\d+))?\/?$/i

/** `https://*.example`: every host below that one. */
const wildcardMatches = (target: string, origin: string): boolean | null => {
  const [, scheme, host, port] = WILDCARD.exec(target) ?? []
  if (scheme === undefined || host === undefined) return null
  const pattern = parseUrl(`${scheme}://${host}${port === undefined ? '' : `:${port}`}`)
  const url = parseUrl(origin)
  if (!pattern || !url) return false
  return (
    url.protocol === pattern.protocol &&
    url.port === pattern.port &&
    url.hostname.endsWith(`.${pattern.hostname}`)
  )
}

const targetMatches = (target: string, origin: string): boolean =>
  wildcardMatches(target, origin) ?? sameOrigin(parseUrl(target)?.origin ?? 'null', origin)

/** The targets of the last declaration of ours (Permissions Policy, "Parse policy directive"); null: there is none. */
const targetsIn = (allow: string): readonly string[] | null => {
  let targets: readonly string[] | null = null
  for (const declaration of allow.split(';')) {
    const [feature, ...rest] = declaration.split(/[\t\n\f\r ]+/).filter(Boolean)
    if (feature === FEATURE) targets = rest
  }
  return targets
}

/**
 * One step of the chain of frames: is a document enabled for monetization by the one around it, provided that
 * that one is? Permissions Policy, "Define an inherited policy for feature in container at origin", with the
 * default allowlist `'self'` (draft, "Permissions Policy integration").
 *
 * Documents at `blob:`, `data:` and `javascript:` addresses never are: Chromium does not tell extensions whose
 * frames they are.
 */
export const enables = (
  parent: FramedDocument,
  { iframe }: FrameElement,
  child: FramedDocument,
): boolean => {
  const url = parseUrl(child.url)
  if (!isWeb(url) && !isLocal(url)) return false
  if (isLocal(url) && iframe && !declaredOrigin(parent, iframe)) return false
  const targets = targetsIn(iframe?.allow ?? '')
  if (!iframe || targets === null) return sameOrigin(parent.origin, child.origin)
  if (targets.includes('*')) return true
  if (targets.length === 0) return showsItsSource(parent, iframe, child)
  return targets.some((target) => {
    if (/^'self'$/i.test(target)) return sameOrigin(parent.origin, child.origin)
    if (/^'src'$/i.test(target)) return showsItsSource(parent, iframe, child)
    return targetMatches(target, child.origin)
  })
}
