import { defineConfig } from '@playwright/test'
import type { BrowserOptions } from './tests/browser/kit/test.ts'

/** Runs the built extension in real browsers; `npm test` builds it and finds the browsers first. */
export default defineConfig<object, BrowserOptions>({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  // They wait more than they work, so that two fit on two cores; each has a local network of its own.
  workers: 2,
  fullyParallel: false,
  // A test that passes at the second try has found a fault in a wallet.
  retries: 0,
  reporter: 'list',
  // Tests wait for states; it ends those that wait for one which never comes.
  timeout: 150_000,
  // As long as any other wait for a state.
  expect: { timeout: 45_000 },
  forbidOnly: process.env['CI'] !== undefined,
  projects: [
    { name: 'chrome', use: { kind: 'chrome' } },
    { name: 'firefox', use: { kind: 'firefox' } },
  ],
})
