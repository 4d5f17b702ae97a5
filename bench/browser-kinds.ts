import type { BrowserKind } from '../browsers/browser-kind.ts'

/** The one that `--browser` names, or both. */
export const browserKinds = (named: string | undefined): readonly BrowserKind[] =>
  named === 'chrome' || named === 'firefox' ? [named] : ['chrome', 'firefox']
