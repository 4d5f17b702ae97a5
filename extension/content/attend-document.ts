import type { DocumentFacts, TagNews } from '../messages/page-port.ts'
import { BackgroundLine, type ExtensionApi } from './background-line.ts'
import { rootOf } from './own-document.ts'
import type { PagePolicies } from './page-policies.ts'
import { TagList } from './tag-list.ts'
import { TagVoice } from './tag-voice.ts'
import { watchTree } from './watch-tree.ts'
import { isVisible, watchVisibility } from './watch-visibility.ts'

/**
 * Reports the tags of this document for as long as it and the extension live. What goes out depends
 * on the tags and on visibility alone: there is nothing that a page can call.
 */
export const attendDocument = (api: ExtensionApi, policies: PagePolicies): void => {
  const end = new AbortController()
  const voice = new TagVoice(document)
  // The tree of the document: a link in a shadow tree speaks for a part of the page, which nobody is paid for.
  const list = new TagList(
    document.getElementsByTagName('link'),
    document.getElementsByTagName('meta'),
    (link) => link.dispatchEvent(new Event('error')),
  )
  let left = false
  let root: Element | null = null

  const facts = (): DocumentFacts => ({
    kind: 'facts',
    visible: !left && isVisible(document),
    tags: list.tags.map(({ id, kind, address }) => ({ id, kind, address })),
    ...(policies.texts.length > 0 && { policies: policies.texts }),
  })
  const hear = (news: TagNews): void => {
    // A second look, should the page have kept the news of its hiding from us.
    line.reportVisibility()
    if (list.isStale()) look()
    const tag = list.tags.find(({ id }) => id === news.tag)
    if (tag) voice.tell(tag, news)
  }
  const onLost = (): void => {
    for (const tag of list.tags) voice.tell(tag, { kind: 'paused', tag: tag.id })
  }
  const line = new BackgroundLine(api, { facts, hear, onLost, onOrphaned: () => end.abort() })

  const listenAgain = watchVisibility(
    window,
    {
      onVisibility: () => {
        if (isVisible(document)) look()
        line.reportVisibility()
      },
      onLeave: () => {
        left = true
        line.reportVisibility()
        line.hangUp()
        onLost()
      },
      onReturn: () => {
        left = false
        look()
        line.reportVisibility()
      },
    },
    end.signal,
  )
  const scan = (): Element[] => {
    if (root !== rootOf(document)) {
      root = rootOf(document)
      listenAgain()
    }
    const { came, gone } = list.scan()
    gone.forEach((tag) => voice.tellGone(tag))
    const ruled = list.tags.length > 0 && policies.look()
    if (came || gone.length > 0 || ruled) line.reportSoon()
    return list.tags.map(({ element }) => element)
  }
  const look = watchTree(document, { scan, isStale: () => list.isStale() }, end.signal)
}
