import { useEffect, useState } from 'preact/hooks'

/** An event of the link, newest first. */
export interface HeardEvent {
  readonly key: number
  readonly type: string
  /** What `monetization` says was sent; null for the others. */
  readonly amount: { readonly value: string; readonly currency: string } | null
}

/** As many as can be read at a glance. */
const MOST = 8
const TYPES = ['load', 'error', 'monetization'] as const

interface MonetizationLikeEvent extends Event {
  readonly amountSent?: { readonly value: string; readonly currency: string }
}

/** Asks to be paid to `href` (null: to nobody) as any page does, and hears what any page hears. */
export const useMonetizationLink = (href: string | null): readonly HeardEvent[] => {
  const [heard, setHeard] = useState<readonly HeardEvent[]>([])
  useEffect(() => {
    setHeard([])
    if (href === null) return
    let key = 0
    const hear = ({ type, amountSent }: MonetizationLikeEvent): void => {
      const amount = amountSent ? { value: amountSent.value, currency: amountSent.currency } : null
      const event = { key: key++, type, amount }
      setHeard((before) => [event, ...before].slice(0, MOST))
    }
    const link = document.createElement('link')
    link.rel = 'monetization'
    link.href = href
    for (const type of TYPES) link.addEventListener(type, hear)
    document.head.append(link)
    return () => link.remove()
  }, [href])
  return heard
}
