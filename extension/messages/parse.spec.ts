import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LONGEST_ORIGINS } from '../../src/wallet/site-rules-command.ts'
import { parseFromFrame } from './parse-from-frame.ts'
import { parseFromPage } from './parse-from-page.ts'
import { parseFromPopup } from './parse-from-popup.ts'

const tag = { id: 'a', kind: 'link', address: 'https://w.example/' }
const command = (name: string, payload: unknown) => ({ kind: 'command', id: '1', name, payload })

it.each([
  { kind: 'beat' },
  { kind: 'facts', visible: true, tags: [] },
  { kind: 'facts', visible: false, tags: [tag, { ...tag, id: 'b', kind: 'meta' }] },
  { kind: 'facts', visible: true, tags: [tag], policies: ["monetization-src 'none'"] },
  { kind: 'facts', visible: true, tags: [tag], otherWallet: true },
])('hears %j from a page', (message) => {
  expect(parseFromPage(message)).toEqual(message)
})

it.each([
  null,
  'facts',
  { kind: 'facts', visible: 1, tags: [] },
  { kind: 'facts', visible: true, tags: {} },
  { kind: 'facts', visible: true, tags: [tag, tag] },
  { kind: 'facts', visible: true, tags: [{ ...tag, kind: 'a' }] },
  { kind: 'facts', visible: true, tags: [{ ...tag, address: 'x'.repeat(5000) }] },
  {
    kind: 'facts',
    visible: true,
    tags: Array.from({ length: 65 }, (_, i) => ({ ...tag, id: `${i}` })),
  },
  { kind: 'facts', visible: true, tags: [tag], policies: 'default-src *' },
  { kind: 'facts', visible: true, tags: [tag], policies: [1] },
  { kind: 'facts', visible: true, tags: [tag], policies: Array(17).fill('') },
  { kind: 'facts', visible: true, tags: [tag], policies: ['x'.repeat(5000)] },
  command('setPayments', { on: true }),
  { kind: 'watch', tabId: 1 },
])('drops %j from a page', (message) => {
  expect(parseFromPage(message)).toBeNull()
})

it.each([
  { kind: 'watch', tabId: null },
  { kind: 'watch', tabId: 3 },
  { kind: 'sites', all: true },
  command('setPayments', { on: true }),
  command('forgetConnection', {}),
  command('setSiteRule', { origin: 'a', never: false, perHour: '', monthlyCap: '5' }),
  { kind: 'rules', id: '1' },
  { kind: 'preview-import', id: '1', text: '{}' },
  command('payOnce', { origin: 'a', amount: '1' }),
  command('pause', {}),
  command('setIdlePause', { on: true }),
  command('setSiteShare', { percent: '50' }),
  command('connect', { address: '', username: '', token: '', developerMode: false }),
])('hears %j from the popup', (message) => {
  expect(parseFromPopup(message)).toEqual(message)
})

it.each([
  { kind: 'watch', tabId: '3' },
  { kind: 'sites', all: 'yes' },
  command('setPayments', { on: 'yes' }),
  command('setPayments', null),
  command('toString', {}),
  command('__proto__', {}),
  command('setBudget', { budget: 5 }),
  command('setSiteRule', { origin: 'a', never: false, perHour: '' }),
  { kind: 'rules' },
  { kind: 'preview-import', id: '1' },
  { kind: 'preview-import', text: '{}' },
  command('payOnce', { amount: '1' }),
  command('setNotifications', { on: 'yes' }),
  command('setSiteShare', { percent: 50 }),
  command('setBudget', { budget: '5'.repeat(5000) }),
  command('setSiteRules', { origins: ['https://a.example'], change: 'pay', amount: '' }),
  { kind: 'facts', visible: true, tags: [] },
])('drops %j from the popup', (message) => {
  expect(parseFromPopup(message)).toBeNull()
})

it('hears of as many sites as can have a rule, and drops what is longer', () => {
  const rules = (length: number) =>
    command('setSiteRules', { origins: 'x'.repeat(length), change: 'pay', amount: '' })
  expect(parseFromPopup(rules(LONGEST_ORIGINS))).toEqual(rules(LONGEST_ORIGINS))
  expect(parseFromPopup(rules(LONGEST_ORIGINS + 1))).toBeNull()
})

const iframe = { allow: null, src: 'https://a.example/', srcdoc: false }
const holds = { kind: 'holds', token: 't', element: { iframe }, policies: [] }

it.each([
  { kind: 'expecting', token: 't' },
  holds,
  { ...holds, element: { iframe: null }, policies: ['default-src *'] },
  { ...holds, element: { iframe: { allow: 'monetization', src: null, srcdoc: true } } },
])('hears %j from a document with frames', (message) => {
  expect(parseFromFrame(message)).toEqual(message)
})

it.each([
  null,
  { kind: 'expecting' },
  { kind: 'expecting', token: 't'.repeat(65) },
  { ...holds, token: 1 },
  { ...holds, element: null },
  { ...holds, element: {} },
  { ...holds, element: { iframe: { ...iframe, allow: 1 } } },
  { ...holds, element: { iframe: { ...iframe, allow: 'x'.repeat(9000) } } },
  { ...holds, element: { iframe: { ...iframe, src: undefined } } },
  { ...holds, element: { iframe: { ...iframe, srcdoc: 'yes' } } },
  { ...holds, policies: undefined },
  { kind: 'facts', visible: true, tags: [] },
])('drops %j from a document with frames', (message) => {
  expect(parseFromFrame(message)).toBeNull()
})

it('never throws, whatever comes', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      parseFromPage(value)
      parseFromFrame(value)
      parseFromPopup(value)
    }),
    { numRuns: 5000 },
  )
})
