import { build, type LogLevel } from 'vite'
import type { Target } from '../vite.config.ts'

const TARGETS: readonly Target[] = ['chrome', 'firefox']

/** Builds the unpacked extension for each browser into dist/. */
for (const target of TARGETS) {
  const logLevel: LogLevel = process.argv.includes('--quiet') ? 'warn' : 'info'
  await build({ mode: target, logLevel })
}
