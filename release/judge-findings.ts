import type { Finding } from 'addons-linter'

export interface Findings {
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly notices: readonly Finding[]
}

/** Each once: a second one is a finding. */
const ALLOWED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^assets\/pages-[\w-]+\.js$/,
    why: 'Preact supports dangerouslySetInnerHTML, which nothing of ours uses',
  },
]

const words = ({ code, file, line, message }: Finding): string =>
  `${code}: ${message}${file ? ` (${file}:${line ?? 1})` : ''}`

/** What is wrong with a package by what the linter found in it, and the counts in one line. */
export const judgeFindings = ({ errors, warnings, notices }: Findings) => {
  const left = [...warnings]
  const unused = ALLOWED.filter(({ code, file }) => {
    const at = left.findIndex((one) => one.code === code && file.test(one.file ?? ''))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const allowed = ALLOWED.length - unused.length
  return {
    problems: [
      ...[...errors, ...left].map(words),
      ...unused.map(({ code, why }) => `${code} is no longer found (${why}): take it off the list`),
    ],
    summary: `${errors.length} errors, ${warnings.length} warnings (${allowed} allowed), ${notices.length} notices`,
  }
}
