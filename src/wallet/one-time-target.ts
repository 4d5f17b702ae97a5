import type { Reason } from '../reason/reason.ts'
import { reasonOf } from '../session/session.ts'
import type { OneTimeTarget } from './one-time.ts'
import type { DocumentFacts, LiveDocument } from './tab-documents.ts'

/**
 * The first of a tab's tags that can be paid; of those that are open, if there is one. A reason where none can; null
 * where the tab shows no page of this site with a tag. `barredReason`: why a document may not be paid.
 */
export const findOneTimeTarget = (
  documents: readonly LiveDocument[],
  site: string,
  barredReason: (facts: DocumentFacts) => Reason | null,
): OneTimeTarget | Reason | null => {
  const all = documents
    .filter(({ facts }) => facts.site === site)
    .flatMap(({ facts, sessions }) => [...sessions.values()].map(({ live }) => ({ facts, live })))
  const [first] = all
  if (!first) return null
  const payable = all.filter(
    ({ facts, live }) => barredReason(facts) === null && live.session.phase !== 'stopped',
  )
  const target = payable.find(({ live }) => live.payer !== null) ?? payable[0]
  if (target) return { site, live: target.live }
  return barredReason(first.facts) ?? reasonOf(first.live.session) ?? 'address-refused'
}
