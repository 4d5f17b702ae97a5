import { LONGEST_POLICY, MOST_POLICIES } from '../messages/page-port.ts'

/** What stands for more than is looked at: no page is paid by mistake. */
const NOTHING = "monetization-src 'none'"

const isPolicy = (meta: HTMLMetaElement): boolean =>
  /^content-security-policy$/i.test(meta.httpEquiv) &&
  meta.parentNode?.nodeName === 'HEAD' &&
  /\b(?:monetization|default)-src\b/i.test(meta.content)

/**
 * The policies that a document gave itself and that may speak of monetization. Like the browser's own, one
 * that was seen stays in force when its element is changed or removed (HTML, "Content security policy state").
 */
export class PagePolicies {
  readonly #metas: ArrayLike<HTMLMetaElement>
  readonly #seen = new Set<string>()

  /** The list is live. */
  constructor(metas: ArrayLike<HTMLMetaElement>) {
    this.#metas = metas
  }

  /** Looks at the document again; whether there are more now. */
  look(): boolean {
    const before = this.#seen.size
    for (const meta of Array.from(this.#metas)) {
      if (!isPolicy(meta) || this.#seen.size >= MOST_POLICIES) continue
      const fits = meta.content.length <= LONGEST_POLICY && this.#seen.size < MOST_POLICIES - 1
      this.#seen.add(fits ? meta.content : NOTHING)
    }
    return this.#seen.size > before
  }

  get texts(): readonly string[] {
    return [...this.#seen]
  }
}
