import type { RandomBytes } from '../../src/ports/random.ts'

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
