import type { Reason } from '../../src/reason/reason.ts'
import type { PageSnapshot, TagSnapshot } from '../../src/wallet/snapshot.ts'
import { sumUnits } from '../ui/sum-units.ts'

export interface PageStory {
  readonly state: TagSnapshot['state'] | 'no-page' | 'no-tag'
  /** Null while paid, and where there is nothing to pay. */
  readonly reason: Reason | null
  readonly sent: string
  readonly packets: number
}

/** What holds up the whole wallet is told before what is wrong with one receiver. */
const WALLET_WIDE: readonly Reason[] = [
  'book-damaged',
  'replaced',
  'not-set-up',
  'switched-off',
  'paused',
  'other-account',
  'origin-refused',
  'token-refused',
  'no-asset',
  'connector-unreachable',
  'out-of-credit',
  'wrong-clock',
  'clock-jumped',
  'budget-spent',
  'rate-zero',
  'never-pay',
  'site-cap-reached',
  'rate-zero-here',
  'hidden',
  'idle',
]

/** One state and one reason for a page that may hold several tags. */
export const pageStory = (page: Pick<PageSnapshot, 'tags'> | null): PageStory => {
  const tags = page?.tags ?? []
  const sent = sumUnits(tags.map((tag) => tag.sent))
  const packets = tags.reduce((sum, tag) => sum + tag.packets, 0)
  const teller = tellerOf(tags)
  if (teller !== undefined) return { state: teller.state, reason: teller.reason, sent, packets }
  return { state: page === null ? 'no-page' : 'no-tag', reason: null, sent, packets }
}

const tellerOf = (tags: readonly TagSnapshot[]): TagSnapshot | undefined =>
  tags.find(({ state }) => state === 'paying') ??
  tags.find(({ reason }) => reason !== null && WALLET_WIDE.includes(reason)) ??
  tags.find(({ state }) => state === 'waiting') ??
  tags[0]
