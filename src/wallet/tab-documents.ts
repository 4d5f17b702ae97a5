import type { Reason } from '../reason/reason.ts'
import { policiesAllow, type PagePolicy } from '../spsp/page-policy.ts'
import { resolvePaymentPointer, type PointerRules } from '../spsp/payment-pointer.ts'
import type { LiveSession } from './live-session.ts'

/** A monetization tag as its document reports it. */
export interface Tag {
  /** New for each configuration of the tag. */
  readonly id: string
  readonly address: string
}

/** What the shell knows of one document; ids of tab and frame come from the browser, never from the page. */
export interface DocumentFacts {
  readonly tab: number
  /** Origin of the page that the user sees in the tab: what the book calls the site. */
  readonly site: string
  /** Path of that page, without query and fragment; undefined where it is not known. */
  readonly page?: string
  readonly visible: boolean
  /** A frame that the documents around it do not let be paid. */
  readonly barred?: boolean
  /** Its own, and those that it inherits. */
  readonly policies?: readonly PagePolicy[]
  /** Another Web Monetization wallet was seen at work in it. */
  readonly otherWallet?: boolean
  readonly tags: readonly Tag[]
}

/** A document that has tags, with their sessions in the order of the document. */
export interface LiveDocument {
  facts: DocumentFacts
  sessions: Map<string, { readonly tag: Tag; readonly live: LiveSession }>
}

/**
 * Live sessions on one tab, its frames included; further tags get an `error`. That is final for their
 * configuration, as every refusal is: a place that becomes free goes to the next tag that comes or changes.
 */
const MOST_TAGS = 32

/** How many of these documents' tags take a place: all but those that came when there was none. */
export const countTags = (documents: readonly LiveDocument[]): number =>
  documents
    .flatMap(({ sessions }) => [...sessions.values()])
    .filter(({ live }) => live.session.failure !== 'too-many-tags').length

/** What becomes of a tag's address before anything is asked. */
export const screenTag = (
  tag: Tag,
  rules: PointerRules,
  policies: readonly PagePolicy[],
  tagsBefore: number,
): { url: URL | null; refusal: Reason | null } => {
  const url = resolvePaymentPointer(tag.address, rules)
  if (!url) return { url, refusal: 'address-refused' }
  if (!policiesAllow(policies, url)) return { url, refusal: 'page-policy' }
  return { url, refusal: tagsBefore >= MOST_TAGS ? 'too-many-tags' : null }
}
