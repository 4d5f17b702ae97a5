const NAME = 'tributary'

/** An older copy is ended by the browser well before that, once a newer one has started. */
const PATIENCE_MS = 3_000

/**
 * Resolves once this copy of the background is the one that may write the books: while an update takes over,
 * and in a crash, two of them can be alive. An older copy that does not go is not waited for for long; that
 * it writes nothing more is the journal's own care, with the number of its writer.
 */
export const becomeOnlyWriter = (
  locks: Pick<LockManager, 'request'> = navigator.locks,
  patience = AbortSignal.timeout(PATIENCE_MS),
): Promise<void> =>
  new Promise((resolve) => {
    let ours = false
    /** Held until this copy ends. */
    const hold = (): Promise<never> => {
      ours = true
      resolve()
      return new Promise(() => {})
    }
    locks.request(NAME, { signal: patience }, hold).catch(() => {
      // Taken from us later: then there is a newer copy, and the journal will say so.
      if (!ours) locks.request(NAME, { steal: true }, hold).catch(() => {})
    })
  })
