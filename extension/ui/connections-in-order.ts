import type { ListedConnectionSnapshot } from '../../src/wallet/snapshot.ts'
import { LANGUAGE } from './words/language.ts'

/** By name: none changes its place when another one is used. */
export const inOrder = (
  connections: readonly ListedConnectionSnapshot[],
): ListedConnectionSnapshot[] =>
  [...connections].sort((a, b) => a.name.localeCompare(b.name, LANGUAGE) || (a.id < b.id ? -1 : 1))
