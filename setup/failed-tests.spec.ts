import { expect, it } from 'vitest'
import { failedPlaywright, failedVitest } from './failed-tests.mjs'

const failed = (fullName: string, text: string) => ({
  fullName,
  status: 'failed',
  failureMessages: [text],
})

it('names what failed in a report of vitest, and why a file could not be read', () => {
  const passed = { fullName: 'well', status: 'passed', failureMessages: [] }
  const files = [
    {
      status: 'failed',
      assertionResults: [passed, failed('a sum', '\u001b[31mis 3\u001b[0m\n\n+ 4\n  at sum')],
    },
    { status: 'failed', message: 'Cannot find module', assertionResults: [] },
    { status: 'passed', message: '', assertionResults: [passed] },
  ]
  expect(failedVitest({ testResults: files })).toEqual(['a sum: is 3 | + 4', 'Cannot find module'])
})

it('names what failed in a report of playwright, however deep, and what passed at a second try', () => {
  const test = (projectName: string, status: string, message?: string) => ({
    projectName,
    status,
    results: [
      { errors: message === undefined ? [] : [{ message, location: { file: 'a/b.ts', line: 7 } }] },
    ],
  })
  const spec = {
    title: 'pays',
    tests: [test('chrome', 'expected'), test('firefox', 'unexpected', '\nlate')],
  }
  const suites = [
    { suites: [{ specs: [spec] }], specs: [{ title: 'stops', tests: [test('chrome', 'flaky')] }] },
  ]
  expect(failedPlaywright({ errors: [{ message: 'no port' }], suites })).toEqual([
    'no port',
    '[chrome] stops: no message',
    '[firefox] pays (b.ts:7): late',
  ])
})
