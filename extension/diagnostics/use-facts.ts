import { useEffect, useState } from 'preact/hooks'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import { useWallet } from '../popup/use-wallet.ts'
import { countStored } from './count-stored.ts'
import type { DiagnosticFacts, Stored, Surroundings } from './facts.ts'
import { lookAround } from './look-around.ts'

interface Seen {
  readonly wallet: Snapshot
  readonly at: number
  readonly stored: Stored | null
}

/** What sites got is read for who asks: it comes later than the rest or, of a damaged book, never. */
const saysMore = (one: Snapshot, other: Snapshot | undefined): boolean =>
  other === undefined || (other.siteCount === null && one.siteCount !== null)

/** As they were when the page was opened, so that no text changes under who reads it. Null: not known yet. */
export const useFacts = (tabId: number | null, topic: string | null): DiagnosticFacts | null => {
  const { snapshot, unusable, showSites } = useWallet(tabId)
  const [surroundings, setSurroundings] = useState<Surroundings | null>(null)
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => {
    showSites(false)
    void lookAround().then(setSurroundings)
  }, [])
  useEffect(() => {
    if (snapshot === null || !saysMore(snapshot, seen?.wallet)) return
    const at = Date.now()
    const book = snapshot.connection?.book
    const counted = book === undefined ? Promise.resolve(null) : countStored(book)
    void counted.then((stored) =>
      setSeen((now) => (saysMore(snapshot, now?.wallet) ? { wallet: snapshot, at, stored } : now)),
    )
  }, [snapshot, seen])
  if (surroundings === null) return null
  if (seen !== null) return { surroundings, topic, ...seen }
  return unusable && { surroundings, topic, at: Date.now(), wallet: unusable, stored: null }
}
