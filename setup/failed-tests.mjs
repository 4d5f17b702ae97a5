import { basename } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * The tests that failed, by a runner's JSON report, each with where and the beginning of what it said: for the end of
 * a long output, where people look, and where nothing else of a run is kept.
 */

/** Enough for the first lines of a difference between two values. */
const LINES = 12

/** @param {string | undefined} message */
const beginningOf = (message) => {
  const lines = stripVTControlCharacters(message ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '))
  return lines.slice(0, LINES).join(' | ') || 'no message'
}

export const failedVitest = ({ testResults }) =>
  testResults.flatMap(({ assertionResults, status, message }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [beginningOf(message)]
    return failed.map((one) => `${one.fullName}: ${beginningOf(one.failureMessages[0])}`)
  })

/** Suites hold specs and suites; a spec holds a test for each project. */
const testsOf = (suite) => [
  ...(suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, test }))),
  ...(suite.suites ?? []).flatMap(testsOf),
]

export const failedPlaywright = ({ suites, errors }) => [
  ...errors.map(({ message }) => beginningOf(message)),
  ...suites
    .flatMap(testsOf)
    .filter(({ test }) => test.status === 'unexpected' || test.status === 'flaky')
    .map(({ title, test }) => {
      const error = test.results.flatMap((result) => result.errors ?? [])[0]
      const { file, line } = error?.location ?? {}
      const place = file === undefined ? '' : ` (${basename(file)}:${line})`
      return `[${test.projectName}] ${title}${place}: ${beginningOf(error?.message)}`
    }),
]
