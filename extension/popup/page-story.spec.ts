import { expect, it } from 'vitest'
import type { Reason } from '../../src/reason/reason.ts'
import type { TagSnapshot } from '../../src/wallet/snapshot.ts'
import { pageStory } from './page-story.ts'

const tag = (state: TagSnapshot['state'], reason: Reason | null): TagSnapshot => ({
  address: '$wallet.example',
  host: 'wallet.example',
  redirectedTo: null,
  state,
  reason,
  sent: '3',
  delivered: null,
  packets: 2,
})

const story = (...tags: TagSnapshot[]) => pageStory({ tags })

it('tells a page out of reach from one without tags', () => {
  expect(pageStory(null)).toMatchObject({ state: 'no-page', reason: null, sent: '0' })
  expect(story()).toMatchObject({ state: 'no-tag', reason: null, sent: '0' })
})

it('is paying as soon as one tag is', () => {
  expect(story(tag('stopped', 'address-refused'), tag('paying', null))).toEqual({
    state: 'paying',
    reason: null,
    sent: '6',
    packets: 4,
  })
})

it('tells what holds up the wallet before what is wrong with one receiver', () => {
  expect(story(tag('waiting', 'connecting'), tag('stopped', 'budget-spent'))).toMatchObject({
    state: 'stopped',
    reason: 'budget-spent',
  })
})

it('tells what will go on by itself before what is over', () => {
  expect(story(tag('stopped', 'address-refused'), tag('waiting', 'connecting'))).toMatchObject({
    state: 'waiting',
    reason: 'connecting',
  })
})
