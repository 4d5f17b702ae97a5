import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{src,extension,localnet,browsers,demo,setup}/**/*.spec.ts',
      'tests/{connector,simulate}/**/*.spec.ts',
    ],
    // Most of the time goes by waiting, or in one long simulation.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
