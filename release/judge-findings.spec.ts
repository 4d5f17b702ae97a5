import { expect, it } from 'vitest'
import { judgeFindings } from './judge-findings.ts'

const preact = {
  code: 'UNSAFE_VAR_ASSIGNMENT',
  message: 'Unsafe assignment to innerHTML',
  file: 'assets/pages-BjIgyPm3.js',
  line: 1,
}
const found = { errors: [], warnings: [preact], notices: [] }

it('allows Preact its innerHTML', () => {
  expect(judgeFindings(found)).toEqual({
    problems: [],
    summary: '0 errors, 1 warnings (1 allowed), 0 notices',
  })
})

it.each([
  ['a second one in the same file', { ...found, warnings: [preact, preact] }],
  ['one in a file of ours', { ...found, warnings: [preact, { ...preact, file: 'background.js' }] }],
  ['another warning', { ...found, warnings: [preact, { ...preact, code: 'DANGEROUS_EVAL' }] }],
  ['an error about the whole', { ...found, errors: [{ code: 'JSON_INVALID', message: 'No.' }] }],
])('refuses %s', (_, findings) => {
  expect(judgeFindings(findings).problems).toHaveLength(1)
})

it('wants the list to be no longer than what is found', () => {
  expect(judgeFindings({ ...found, warnings: [] }).problems[0]).toContain('take it off the list')
})
