/**
 * The most that each part of the build may have: bytes of its scripts and styles after gzip, each file by itself. Every page
 * loads the first, every start of the background the second: that is what the Interledger packages weigh when they are bundled
 * alone (`libraries`), and what we put around them (`own`). A build that outgrows one fails.
 */
export const SIZE_BUDGET = {
  pages: 7_500,
  background: 77_500,
  libraries: 39_000,
  own: 39_700,
  popup: 27_500,
  dashboard: 67_000,
  welcome: 22_000,
  try: 28_000,
  help: 29_500,
} as const

export type Part = keyof typeof SIZE_BUDGET
export const PARTS = Object.keys(SIZE_BUDGET) as readonly Part[]
