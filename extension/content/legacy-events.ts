import type { TagNews } from '../messages/page-port.ts'
import type { LegacyDetail, LegacyEvent, LegacyState } from '../page/bridge.ts'

/** `silent`: the page has not heard of this tag yet, so it need not hear of its end. */
export type LegacyPhase = 'silent' | LegacyState

/**
 * What a page that speaks version 1 hears: pending, start with the first packet that delivers, then
 * progress, and stop, which is final once the tag is removed or changed. A packet that arrives after
 * a stop was on its way before it: the page still hears its amount, as progress.
 */
export const legacyEvents = (
  phase: LegacyPhase,
  tag: { readonly id: string; readonly address: string },
  news: TagNews | { readonly kind: 'removed' },
): LegacyEvent[] => {
  const detail: LegacyDetail = { paymentPointer: tag.address, requestId: tag.id }
  const going = phase === 'pending' || phase === 'started'
  const stop = (finalized: boolean): LegacyEvent => ({
    type: 'monetizationstop',
    state: 'stopped',
    detail: { ...detail, finalized },
  })
  switch (news.kind) {
    case 'pending': {
      if (phase === 'pending') return []
      const pending: LegacyEvent = { type: 'monetizationpending', state: 'pending', detail }
      return phase === 'started' ? [stop(false), pending] : [pending]
    }
    case 'paid': {
      if (phase === 'silent' || BigInt(news.amount) === 0n) return []
      const { amount, assetCode, assetScale, receipt } = news
      const state = phase === 'stopped' ? phase : 'started'
      const progress: LegacyEvent = {
        type: 'monetizationprogress',
        state,
        detail: { ...detail, amount, assetCode, assetScale, ...(receipt && { receipt }) },
      }
      const start: LegacyEvent = { type: 'monetizationstart', state, detail }
      return phase === 'pending' ? [start, progress] : [progress]
    }
    case 'error':
    case 'paused':
      return going ? [stop(false)] : []
    case 'removed':
      return phase === 'silent' ? [] : [stop(true)]
    case 'load':
      return []
  }
}
