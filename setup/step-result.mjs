/**
 * What came of a step: its tests, or itself where it has none.
 * @param {boolean} succeeded its command ended well
 * @param {import('./count-tests.mjs').Counts | null} counts null where it is no test runner
 */
export const stepResult = (succeeded, counts) => {
  if (counts === null) return { ok: succeeded, passed: 0, failed: succeeded ? 0 : 1, note: '' }
  const { passed, failed, skipped } = counts
  const executed = passed + failed > 0
  // A runner may also fail outside of any test: a file that cannot be read, a server that does not start.
  const outside = failed === 0 && (!succeeded || !executed) ? 1 : 0
  const note = [
    executed ? `${passed} passed` : 'executed no test',
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
  ]
  return {
    ok: succeeded && executed && failed === 0,
    passed,
    failed: failed + outside,
    note: note.filter(Boolean).join(', '),
  }
}
