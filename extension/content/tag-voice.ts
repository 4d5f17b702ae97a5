import type { TagNews } from '../messages/page-port.ts'
import { legacyEvents, type LegacyPhase } from './legacy-events.ts'
import { majorUnits } from './major-units.ts'
import type { Tag } from './tag-list.ts'
import { tellPage } from './tell-page.ts'

type Paid = Extract<TagNews, { kind: 'paid' }>

/** Tells the page what became of its tags: links in the words of version 2, a meta in those of 1. */
export class TagVoice {
  readonly #document: Document
  #phase: LegacyPhase = 'silent'
  /** A background that starts again asks the address again: once it was valid, the page has heard all there is to hear. */
  readonly #answers = new WeakMap<Tag, TagNews['kind']>()

  constructor(document: Document) {
    this.#document = document
  }

  tell(tag: Tag, news: TagNews): void {
    if (tag.kind === 'meta') this.#tellDocument(tag, news)
    else if (news.kind === 'load' || news.kind === 'error') this.#answer(tag, news.kind)
    else if (news.kind === 'paid') tellLink(tag.element, news)
  }

  /** Removed, or changed into another one. */
  tellGone(tag: Tag): void {
    if (tag.kind === 'link') return
    this.#tellDocument(tag, { kind: 'removed' })
    this.#phase = 'silent'
  }

  #answer(tag: Tag, kind: 'load' | 'error'): void {
    const before = this.#answers.get(tag)
    if (before === kind || before === 'load') return
    this.#answers.set(tag, kind)
    tag.element.dispatchEvent(new Event(kind))
  }

  #tellDocument(tag: Tag, news: TagNews | { readonly kind: 'removed' }): void {
    for (const legacy of legacyEvents(this.#phase, tag, news)) {
      this.#phase = legacy.state
      tellPage(this.#document, { legacy })
    }
  }
}

/** Draft, "MonetizationEvent": no event for an amount of nothing. */
const tellLink = (link: HTMLLinkElement, paid: Paid): void => {
  if (BigInt(paid.amount) === 0n) return
  const { url, amount, assetCode, assetScale, receipt } = paid
  const amountSent = { currency: assetCode, value: majorUnits(amount, assetScale) }
  tellPage(link, {
    paid: {
      paymentPointer: url,
      amountSent,
      amount,
      assetCode,
      assetScale,
      receipt: receipt ?? null,
    },
  })
}
