import type { TagFact } from '../messages/page-port.ts'
import {
  addressOf,
  configurationOf,
  isMonetizationLink,
  isMonetizationMeta,
  type TagElement,
} from './tag-configuration.ts'

/** More links of one document than this are answered with `error`, whatever they point at. */
export const MAX_TAGS = 32

export type Tag =
  | (TagFact & { readonly kind: 'link'; readonly element: HTMLLinkElement })
  | (TagFact & { readonly kind: 'meta'; readonly element: HTMLMetaElement })

/** A configuration that was seen; its tag is null where it was refused. */
interface Seen {
  readonly configuration: string
  readonly tag: Tag | null
}

export interface Difference {
  readonly came: boolean
  readonly gone: readonly Tag[]
}

/** Which tags of the document ask to be paid, each configuration under an id of its own. */
export class TagList {
  readonly #links: ArrayLike<HTMLLinkElement>
  readonly #metas: ArrayLike<HTMLMetaElement>
  readonly #refuse: (link: HTMLLinkElement) => void
  #seen = new Map<TagElement, Seen>()
  #tags: readonly Tag[] = []

  /** Both lists are live. */
  constructor(
    links: ArrayLike<HTMLLinkElement>,
    metas: ArrayLike<HTMLMetaElement>,
    refuse: (link: HTMLLinkElement) => void,
  ) {
    this.#links = links
    this.#metas = metas
    this.#refuse = refuse
  }

  /** Nothing was seen that would have to be seen going. */
  get isEmpty(): boolean {
    return this.#seen.size === 0
  }

  get tags(): readonly Tag[] {
    return this.#tags
  }

  /** Whether a tag that was asked for is no more: cheap, whatever the size of the document. */
  isStale(): boolean {
    return this.#tags.some(
      ({ element }) => configurationOf(element) !== this.#seen.get(element)?.configuration,
    )
  }

  /** Looks at the whole document again. */
  scan(): Difference {
    const before = this.#tags
    const now = new Map<TagElement, Seen | string>()
    let room = MAX_TAGS
    for (const element of this.#present()) {
      const configuration = configurationOf(element)
      if (configuration === null) continue
      const old = this.#seen.get(element)
      const kept = old?.configuration === configuration ? old : configuration
      now.set(element, kept)
      if (typeof kept !== 'string' && kept.tag) room--
    }
    const seen = new Map<TagElement, Seen>()
    const tags: Tag[] = []
    const refused: HTMLLinkElement[] = []
    for (const [element, kept] of now) {
      const entry = typeof kept === 'string' ? admit(element, kept, room) : kept
      if (entry !== kept && entry.tag) room--
      if (entry !== kept && !entry.tag) refused.push(element as HTMLLinkElement)
      if (entry.tag) tags.push(entry.tag)
      seen.set(element, entry)
    }
    this.#seen = seen
    this.#tags = tags
    // Last, because the page's listeners may change the document.
    refused.forEach(this.#refuse)
    return {
      came: tags.some((tag) => !before.includes(tag)),
      gone: before.filter((tag) => !tags.includes(tag)),
    }
  }

  /** Links, or else the one meta of version 1: a link takes over from a meta, never the reverse. */
  #present(): TagElement[] {
    const links = Array.from(this.#links).filter(isMonetizationLink)
    return links.length > 0 ? links : Array.from(this.#metas).filter(isMonetizationMeta).slice(0, 1)
  }
}

const admit = (element: TagElement, configuration: string, room: number): Seen => {
  const address = room > 0 ? addressOf(element) : null
  if (address === null) return { configuration, tag: null }
  const fact = { id: crypto.randomUUID(), address }
  const tag: Tag =
    'content' in element ? { ...fact, kind: 'meta', element } : { ...fact, kind: 'link', element }
  return { configuration, tag }
}
