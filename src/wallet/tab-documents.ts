import type { Reason } from '../reason/reason.ts'
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
  readonly visible: boolean
  readonly tags: readonly Tag[]
}

/** A document that has tags, with their sessions in the order of the document. */
export interface LiveDocument {
  facts: DocumentFacts
  sessions: Map<string, { readonly tag: Tag; readonly live: LiveSession }>
}

/** Live sessions on one tab; further tags get an `error`. */
export const MOST_TAGS = 32

/** What becomes of a tag's address before anything is asked. */
export const screenTag = (
  tag: Tag,
  rules: PointerRules,
  tagsBefore: number,
): { url: URL | null; refusal: Reason | null } => {
  const url = resolvePaymentPointer(tag.address, rules)
  if (!url) return { url, refusal: 'address-refused' }
  return { url, refusal: tagsBefore >= MOST_TAGS ? 'too-many-tags' : null }
}
