import { stripVTControlCharacters } from 'node:util'

/**
 * The tests that failed, by a runner's JSON report, each with the first line of what it said: for the end of a long
 * output, where people look.
 */

/** @param {string | undefined} message */
const firstLine = (message) => {
  const lines = stripVTControlCharacters(message ?? '').split('\n')
  return lines.find((line) => line.trim() !== '')?.trim() ?? 'no message'
}

export const failedVitest = ({ testResults }) =>
  testResults.flatMap(({ assertionResults, status, message }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [firstLine(message)]
    return failed.map((one) => `${one.fullName}: ${firstLine(one.failureMessages[0])}`)
  })

/** Suites hold specs and suites; a spec holds a test for each project. */
const testsOf = (suite) => [
  ...(suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, test }))),
  ...(suite.suites ?? []).flatMap(testsOf),
]

export const failedPlaywright = ({ suites, errors }) => [
  ...errors.map(({ message }) => firstLine(message)),
  ...suites
    .flatMap(testsOf)
    .filter(({ test }) => test.status === 'unexpected' || test.status === 'flaky')
    .map(({ title, test }) => {
      const error = test.results.flatMap((result) => result.errors ?? [])[0]
      return `[${test.projectName}] ${title}: ${firstLine(error?.message)}`
    }),
]
