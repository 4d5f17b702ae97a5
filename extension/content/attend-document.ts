import type { DocumentFacts, TagNews } from '../messages/page-port.ts'
import { BackgroundLine, type ExtensionApi } from './background-line.ts'
import { hasElement } from './own-document.ts'
import type { PagePolicies } from './page-policies.ts'
import { MAYBE_TAG } from './tag-configuration.ts'
import { TagList } from './tag-list.ts'
import { TagVoice } from './tag-voice.ts'
import { tellPage } from './tell-page.ts'
import { watchTree } from './watch-tree.ts'
import { isVisible, watchVisibility } from './watch-visibility.ts'

/**
 * Reports the tags of this document, which has just got its first one, for as long as it and the extension live. What goes out depends
 * on the tags and on visibility alone: there is nothing that a page can call.
 */
export const attendDocument = (api: ExtensionApi, policies: PagePolicies): void => {
  const voice = new TagVoice(document)
  // The tree of the document: a link in a shadow tree speaks for a part of the page, which nobody is paid for.
  const list = new TagList(
    document.getElementsByTagName('link'),
    document.getElementsByTagName('meta'),
    (link) => link.dispatchEvent(new Event('error')),
  )
  let left = false
  let otherWallet = false
  const end = (): void => {
    tree.stop()
    visibility.stop()
  }

  const facts = (): DocumentFacts => ({
    kind: 'facts',
    visible: !left && isVisible(document),
    tags: list.tags.map(({ id, kind, address }) => ({ id, kind, address })),
    ...(policies.texts.length > 0 && { policies: policies.texts }),
    ...(otherWallet && { otherWallet }),
  })
  /** Asked with each news: the other one may come, and pay, at any time. */
  const lookForOtherWallet = (): void => {
    if (otherWallet || tellPage(document, { ask: 'another-wallet' })) return
    otherWallet = true
    line.reportSoon()
  }
  const hear = (news: TagNews): void => {
    // A second look, should the page have kept the news of its hiding from us.
    line.reportVisibility()
    if (list.isStale()) tree.look()
    const tag = list.tags.find(({ id }) => id === news.tag)
    if (tag) voice.tell(tag, news)
    lookForOtherWallet()
  }
  const onLost = (): void => {
    for (const tag of list.tags) voice.tell(tag, { kind: 'paused', tag: tag.id })
  }
  const line = new BackgroundLine(api, { facts, hear, onLost, onOrphaned: end })

  const visibility = watchVisibility(window, {
    onVisibility: () => {
      if (isVisible(document)) tree.look()
      line.reportVisibility()
    },
    onLeave: () => {
      left = true
      line.reportVisibility()
      line.hangUp()
      onLost()
    },
    onShow: () => {
      left = false
      tree.look()
      line.reportVisibility()
    },
  })
  const scan = (): Element[] => {
    visibility.listen()
    if (list.isEmpty && !hasElement(document, MAYBE_TAG)) return []
    const { came, gone } = list.scan()
    gone.forEach((tag) => voice.tellGone(tag))
    const ruled = list.tags.length > 0 && policies.look()
    if (came || gone.length > 0 || ruled) line.reportSoon()
    return list.tags.map(({ element }) => element)
  }
  const tree = watchTree(document, { scan, isStale: () => list.isStale() })
  visibility.listen()
  tree.look()
}
