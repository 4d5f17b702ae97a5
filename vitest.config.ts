import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{src,extension,localnet,browsers,demo,setup}/**/*.spec.ts',
      'tests/{connector,simulate}/**/*.spec.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
