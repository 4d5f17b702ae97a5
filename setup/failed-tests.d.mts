interface PlaywrightSuite {
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly {
      readonly projectName: string
      readonly status: string
      readonly results: readonly {
        readonly errors?: readonly {
          readonly message?: string
          readonly location?: { readonly file: string; readonly line: number }
        }[]
      }[]
    }[]
  }[]
  readonly suites?: readonly PlaywrightSuite[]
}

export const failedVitest: (report: {
  readonly testResults: readonly {
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}) => string[]

export const failedPlaywright: (report: {
  readonly errors: readonly { readonly message?: string }[]
  readonly suites: readonly PlaywrightSuite[]
}) => string[]
