import { expect, it } from 'vitest'
import type { Glance } from '../../src/wallet/glance.ts'
import { lookOfAll, lookOfTab, type IconLook } from './icon-look.ts'
import { CALM_GLANCE } from './testing/calm-glance.ts'

const glance = CALM_GLANCE
const site = 'https://a.example'
const paying = { state: 'paying', reason: null } as const
const hidden = { state: 'waiting', reason: 'hidden' } as const
const refused = { state: 'stopped', reason: 'address-refused' } as const
const noToken = { state: 'waiting', reason: 'token-refused' } as const

it.each<[string, Partial<Glance>, IconLook]>([
  ['nothing is wrong', {}, { state: 'nothing', about: null }],
  ['it is not set up', { ready: false }, { state: 'off', about: 'not-set-up' }],
  [
    'it is not set up, whatever else',
    { ready: false, payments: false, reason: 'token-refused' },
    { state: 'off', about: 'not-set-up' },
  ],
  ['payments are off', { payments: false }, { state: 'off', about: 'switched-off' }],
  ['payments are paused', { pausedUntil: 5 }, { state: 'paused', about: 'paused' }],
  [
    'off goes before paused',
    { payments: false, pausedUntil: 5 },
    { state: 'off', about: 'switched-off' },
  ],
  [
    'the token is refused',
    { reason: 'token-refused' },
    { state: 'attention', about: 'token-refused' },
  ],
  [
    'the book is damaged, also while payments are off',
    { payments: false, reason: 'book-damaged' },
    { state: 'attention', about: 'book-damaged' },
  ],
  [
    'the connector comes back by itself',
    { reason: 'connector-unreachable' },
    { state: 'nothing', about: null },
  ],
])('%s: a tab without a tag', (_, facts, look) => {
  expect(lookOfAll({ ...glance, ...facts })).toEqual(look)
  expect(lookOfTab({ ...glance, ...facts }, { tags: [], site })).toEqual(look)
})

it.each([
  ['one of several is paid', [refused, hidden, paying], { state: 'paying', about: null }],
  ['one waits', [refused, hidden], { state: 'paused', about: 'hidden' }],
  ['none will be paid', [refused], { state: 'paused', about: 'address-refused' }],
  [
    'the user has to do something',
    [hidden, noToken],
    { state: 'attention', about: 'token-refused' },
  ],
] as const)('%s: a tab with tags', (_, tags, look) => {
  expect(lookOfTab(glance, { tags, site })).toEqual(look)
})

it('says of a tab with tags what holds for all of them first', () => {
  expect(lookOfTab({ ...glance, payments: false }, { tags: [paying], site }).state).toBe('off')
  expect(lookOfTab({ ...glance, pausedUntil: 5 }, { tags: [paying], site }).state).toBe('paused')
})

it('warns on the pages of a site that takes too much, while they are paid', () => {
  const greedy = { ...glance, greedy: { origin: site, percent: 60 } }
  expect(lookOfTab(greedy, { tags: [paying], site })).toEqual({
    state: 'attention',
    about: 'site-share',
  })
  expect(lookOfTab(greedy, { tags: [paying], site: 'https://b.example' }).state).toBe('paying')
  expect(lookOfTab(greedy, { tags: [hidden], site }).state).toBe('paused')
})
