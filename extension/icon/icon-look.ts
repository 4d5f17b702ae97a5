import type { Reason } from '../../src/reason/reason.ts'
import type { Glance, TabGlance } from '../../src/wallet/glance.ts'

/** What the toolbar icon can say; extension/icon/icon-marks.ts has the picture of each. */
export const ICON_STATES = ['off', 'nothing', 'paying', 'paused', 'attention'] as const
export type IconState = (typeof ICON_STATES)[number]

/** `about` is why, in as far as there is a why; the tooltip is made of both. */
export interface IconLook {
  readonly state: IconState
  readonly about: Reason | 'site-share' | 'unusable' | null
}

/** What goes on only once the user has done something. All else passes, or is what the user wanted. */
const FOR_THE_USER: readonly Reason[] = [
  'token-refused',
  'origin-refused',
  'no-asset',
  'other-account',
  'out-of-credit',
  'wrong-clock',
  'clock-jumped',
  'book-damaged',
  'replaced',
  'no-site-access',
]

const isForTheUser = (reason: Reason | null): reason is Reason =>
  reason !== null && FOR_THE_USER.includes(reason)

/** What every tab without a tag shows. */
export const lookOfAll = ({ ready, payments, pausedUntil, reason }: Glance): IconLook => {
  if (!ready) return { state: 'off', about: 'not-set-up' }
  if (isForTheUser(reason)) return { state: 'attention', about: reason }
  if (!payments) return { state: 'off', about: 'switched-off' }
  return pausedUntil === null
    ? { state: 'nothing', about: null }
    : { state: 'paused', about: 'paused' }
}

/** What a tab with these tags shows. */
export const lookOfTab = (
  glance: Glance,
  { tags, site }: Pick<TabGlance, 'tags' | 'site'>,
): IconLook => {
  const all = lookOfAll(glance)
  if (all.state !== 'nothing' || tags.length === 0) return all
  if (tags.some(({ state }) => state === 'paying'))
    return glance.greedy?.origin === site
      ? { state: 'attention', about: 'site-share' }
      : { state: 'paying', about: null }
  const held = tags.find(({ reason }) => isForTheUser(reason))
  if (held) return { state: 'attention', about: held.reason }
  const waiting = tags.find(({ state }) => state === 'waiting') ?? tags[0]
  return { state: 'paused', about: waiting?.reason ?? null }
}
