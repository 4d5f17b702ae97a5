/*
 * Between two looks at a document that has no tag. After a look that found none, twice as long as after the one before:
 * of most pages nothing is to be expected.
 */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 1_000
/**
 * After each look, as a multiple of the time that it took: a page with 10,000 tags, or one that changes them
 * 1,000 times a second, has a twentieth of its time taken by it. In milliseconds, what is enough for any page.
 */
const REST_FACTOR = 20
const LONGEST_REST = 1_000

/** Pages have many frames that nobody pays. */
export const firstPause = (): number => (window === window.top ? FIRST_PAUSE : LONGEST_PAUSE)

export const longerPause = (pause: number): number => Math.min(LONGEST_PAUSE, pause * 2)

export const restAfter = (took: number): number => Math.min(LONGEST_REST, took * REST_FACTOR)
