import { expect, test } from 'vitest'
import type { TagNews } from '../messages/page-port.ts'
import { legacyEvents, type LegacyPhase } from './legacy-events.ts'

const tag = { id: 'e1b5', address: '$wallet.example/alice' }
const common = { paymentPointer: '$wallet.example/alice', requestId: 'e1b5' }
const pending: TagNews = { kind: 'pending', tag: 'e1b5', url: 'https://wallet.example/alice' }
const paused: TagNews = { kind: 'paused', tag: 'e1b5' }
const paid = (amount: string, receipt?: string): TagNews => ({
  kind: 'paid',
  tag: 'e1b5',
  url: 'https://wallet.example/alice',
  amount,
  assetCode: 'USD',
  assetScale: 9,
  ...(receipt && { receipt }),
})
const removed = { kind: 'removed' } as const

const play = (...all: (TagNews | typeof removed)[]) => {
  let phase: LegacyPhase = 'silent'
  return all.flatMap((news) => {
    const events = legacyEvents(phase, tag, news)
    phase = events.at(-1)?.state ?? phase
    return events
  })
}
const types = (...all: (TagNews | typeof removed)[]) =>
  play(...all).map(({ type, detail }) =>
    detail.finalized === undefined ? type : `${type} ${detail.finalized}`,
  )

test('a tag that is paid, paused, resumed and removed', () => {
  expect(types(pending, paid('1'), paid('2'), paused, pending, paid('3'), removed)).toEqual([
    'monetizationpending',
    'monetizationstart',
    'monetizationprogress',
    'monetizationprogress',
    'monetizationstop false',
    'monetizationpending',
    'monetizationstart',
    'monetizationprogress',
    'monetizationstop true',
  ])
})

test('details are what the type definitions of version 1 say', () => {
  expect(play(pending, paid('500', 'cmVjZWlwdA=='), removed)).toEqual([
    { type: 'monetizationpending', state: 'pending', detail: common },
    { type: 'monetizationstart', state: 'started', detail: common },
    {
      type: 'monetizationprogress',
      state: 'started',
      detail: {
        ...common,
        amount: '500',
        assetCode: 'USD',
        assetScale: 9,
        receipt: 'cmVjZWlwdA==',
      },
    },
    { type: 'monetizationstop', state: 'stopped', detail: { ...common, finalized: true } },
  ])
})

test('a packet that delivers nothing starts nothing', () => {
  expect(types(pending, paid('0'))).toEqual(['monetizationpending'])
})

test('a receipt that is not there is no key of the detail', () => {
  expect(play(pending, paid('1'))[2]?.detail).not.toHaveProperty('receipt')
})

test('saying pending again while pending is no event', () => {
  expect(types(pending, pending)).toEqual(['monetizationpending'])
})

test('a new attempt while started ends the old one', () => {
  expect(types(pending, paid('1'), pending).slice(-2)).toEqual([
    'monetizationstop false',
    'monetizationpending',
  ])
})

test('a packet that was on its way when payment paused is progress and starts nothing', () => {
  const events = play(pending, paid('1'), paused, paid('2'))
  expect(events.at(-1)).toMatchObject({ type: 'monetizationprogress', state: 'stopped' })
})

test('a paused tag that is removed says so', () => {
  expect(types(pending, paused, removed)).toEqual([
    'monetizationpending',
    'monetizationstop false',
    'monetizationstop true',
  ])
})

test('what the page never heard of does not stop', () => {
  expect(types(removed, paused, paid('1'))).toEqual([])
})
