import type { BrowserKind } from './browser-kind.ts'

/** What each browser is called where people and machines look for it. */
interface BrowserNames {
  /** The variable that says which one to use. */
  readonly variable: string
  readonly label: string
  readonly debianPackage: string
  /** How to get one where we cannot install it. */
  readonly advice: string
}

export const BROWSER_NAMES: Readonly<Record<BrowserKind, BrowserNames>> = {
  chrome: {
    variable: 'TRIBUTARY_CHROME',
    label: 'Chromium',
    debianPackage: 'chromium',
    advice:
      'Install Chromium or Chrome for Testing (`npx playwright install --with-deps chromium`), or set TRIBUTARY_CHROME to one',
  },
  firefox: {
    variable: 'TRIBUTARY_FIREFOX',
    label: 'Firefox',
    debianPackage: 'firefox-esr',
    advice: 'Install Firefox from https://www.firefox.com, or set TRIBUTARY_FIREFOX to one',
  },
}
