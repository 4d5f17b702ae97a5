import type { Finding } from './finding.ts'

const MARK = { wrong: 'wrong', note: 'note ', good: 'ok   ' } as const

/** For a terminal: what is about the same thing together, in the order it was found. */
export const sayFindings = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(({ about }) => about))]
    .map((about) => {
      const lines = findings.filter((finding) => finding.about === about)
      return [about, ...lines.map(({ level, text }) => `  ${MARK[level]}  ${text}`)].join('\n')
    })
    .join('\n')
