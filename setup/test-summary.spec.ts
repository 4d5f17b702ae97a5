import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './count-tests.mjs'
import { stepResult } from './step-result.mjs'

describe('counts', () => {
  it('come from the report of either runner', () => {
    const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(countVitest(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 })
    const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 2 }
    expect(countPlaywright({ stats })).toEqual({ passed: 4, failed: 1, skipped: 2 })
  })
})

describe('stepResult', () => {
  it.each([
    ['a step without tests', true, null, { ok: true, passed: 0, failed: 0 }],
    ['one that fails', false, null, { ok: false, passed: 0, failed: 1 }],
    ['tests that pass', true, [3, 0, 1], { ok: true, passed: 3, failed: 0 }],
    ['a test that fails', false, [3, 2, 0], { ok: false, passed: 3, failed: 2 }],
    ['a failure outside of any test', false, [3, 0, 0], { ok: false, passed: 3, failed: 1 }],
    ['a runner that executes nothing', true, [0, 0, 4], { ok: false, passed: 0, failed: 1 }],
    ['one that retried until it passed', true, [3, 1, 0], { ok: false, passed: 3, failed: 1 }],
  ] as const)('of %s', (_, succeeded, counts, expected) => {
    const tests = counts && { passed: counts[0], failed: counts[1], skipped: counts[2] }
    expect(stepResult(succeeded, tests)).toMatchObject(expected)
  })
})
