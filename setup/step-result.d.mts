interface StepResult {
  readonly ok: boolean
  readonly passed: number
  readonly failed: number
  readonly note: string
}

export const stepResult: (
  succeeded: boolean,
  counts: { readonly passed: number; readonly failed: number; readonly skipped: number } | null,
) => StepResult
