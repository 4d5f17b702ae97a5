interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const countVitest: (report: {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}) => Counts

export const countPlaywright: (report: {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}) => Counts
