/**
 * The most that each part of the build may have: bytes of its scripts and styles after gzip, each file by itself. Every page
 * loads the first, every start of the background the second: that is what the Interledger packages weigh when they are bundled
 * alone (`libraries`), and what we put around them (`own`). A build that outgrows one fails.
 */
export const SIZE_BUDGET = {
  pages: 6_600,
  background: 74_500,
  libraries: 39_000,
  own: 36_000,
  popup: 27_000,
  dashboard: 67_000,
  welcome: 22_000,
  try: 28_000,
} as const

export type Part = keyof typeof SIZE_BUDGET
export const PARTS = Object.keys(SIZE_BUDGET) as readonly Part[]
