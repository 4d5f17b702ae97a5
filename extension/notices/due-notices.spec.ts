import { expect, it } from 'vitest'
import {
  dueNotices,
  NOTHING_TOLD,
  toldFromJson,
  type NoticeFacts,
  type Told,
} from './due-notices.ts'

const budget = (spent: number, { limit = 1000, period = '2026-11', inDoubt = 0 } = {}) => ({
  limit: `${limit}`,
  spent: `${spent}`,
  reserved: '0',
  inDoubt: `${inDoubt}`,
  period,
})
const fine: NoticeFacts = { budget: budget(0), connected: true, lost: false }

/** What is said as one thing happens after the other, with all that is known kept as JSON in between. */
const said = (...facts: Partial<NoticeFacts>[]): string[] => {
  let told: Told = NOTHING_TOLD
  return facts.map((change) => {
    const due = dueNotices({ ...fine, ...change }, told)
    told = toldFromJson(JSON.parse(JSON.stringify(due.told)))
    return due.notices.join(' ')
  })
}

it('tells of a budget at 80 and at 100 percent, once each', () => {
  expect(
    said(...[799, 800, 801, 999, 1000, 1000].map((spent) => ({ budget: budget(spent) }))),
  ).toEqual(['', 'budget_80', '', '', 'budget_100', ''])
})

it('counts what is in doubt, and says the larger of two at once', () => {
  expect(said({ budget: budget(700, { inDoubt: 100 }) })).toEqual(['budget_80'])
  expect(said({ budget: budget(1000) }, { budget: budget(1000) })).toEqual(['budget_100', ''])
})

it('does not say it again where a packet came back', () => {
  expect(said({ budget: budget(800) }, { budget: budget(790) }, { budget: budget(800) })).toEqual([
    'budget_80',
    '',
    '',
  ])
})

it('begins anew with another month, and with another limit', () => {
  const spent = { budget: budget(900) }
  expect(said(spent, { budget: budget(900, { period: '2026-12' }) })[1]).toBe('budget_80')
  expect(said(spent, { budget: budget(900, { limit: 2000 }) })[1]).toBe('')
  expect(
    said(
      spent,
      { budget: budget(900, { limit: 2000 }) },
      { budget: budget(1600, { limit: 2000 }) },
    )[2],
  ).toBe('budget_80')
})

it('says nothing of a budget of nothing, and of none', () => {
  expect(said({ budget: budget(0, { limit: 0 }) }, { budget: null })).toEqual(['', ''])
})

it('tells once that the connector is lost, until it was there again', () => {
  const gone = { connected: false, lost: true }
  // After a restart of ours nobody knows for a while how long it has been gone.
  const trying = { connected: false, lost: false }
  expect(said(gone, gone, trying, gone, {}, gone)).toEqual([
    'connector_lost',
    '',
    '',
    '',
    '',
    'connector_lost',
  ])
})

it.each([undefined, null, 5, {}, { budget: 5, percent: 'x' }])(
  'takes %j for nothing told',
  (value) => expect(toldFromJson(value)).toEqual(NOTHING_TOLD),
)
