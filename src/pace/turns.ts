/** One that can be paid only now and then, because its receiver's smallest unit is worth more than its share of a tick. */
interface Waiter {
  readonly id: string
  readonly page: string
  /** What one payment to it costs at least. */
  readonly unit: bigint
  /** Its page's part of the rate is shared by so many tags, of which so many wait for a turn. */
  readonly tags: bigint
  readonly waiters: bigint
}

/** Pages that are away and whose place is kept. */
const REMEMBERED = 64
/** Places are counted finer than units: a part of one unit still has to count. */
const FINER = 3_600_000n

/**
 * Whose turn it is: the page's that got least for its part of the rate, and of its tags the one's that got least.
 * So nobody gets more turns by having more tags, nor by taking them away and bringing others.
 */
export interface Turns {
  next<W extends Waiter>(waiters: readonly W[]): W | null
  paid(waiter: Waiter, amount: bigint): void
  /** A tag that is gone; its page keeps its place. */
  forget(stays: (id: string) => boolean): void
}

const leastOf = (levels: Iterable<bigint>): bigint | null => {
  let least: bigint | null = null
  for (const level of levels) if (least === null || level < least) least = level
  return least
}
const known = (levels: ReadonlyMap<string, bigint>, names: Iterable<string>): bigint[] =>
  [...names].flatMap((name) => levels.get(name) ?? [])

export const createTurns = (): Turns => {
  const pages = new Map<string, bigint>()
  const tags = new Map<string, bigint>()
  let present: ReadonlySet<string> = new Set()

  const worth = ({ tags, waiters }: Waiter, amount: bigint): bigint =>
    (amount * FINER * tags) / waiters

  /** A page that comes back may be one payment behind: reloading costs no turn, and saves none up. */
  const admitPages = (waiters: readonly Waiter[]): void => {
    const here = new Set(waiters.map(({ page }) => page))
    const stayed = known(
      pages,
      [...here].filter((page) => present.has(page)),
    )
    const start = leastOf(stayed) ?? leastOf(known(pages, here)) ?? 0n
    for (const waiter of waiters) {
      const { page } = waiter
      if (present.has(page)) continue
      const level = pages.get(page) ?? start
      const lowest = start - worth(waiter, waiter.unit)
      pages.delete(page)
      pages.set(page, level > lowest ? level : lowest)
    }
    for (const page of pages.keys()) {
      if (pages.size <= REMEMBERED) break
      if (!here.has(page)) pages.delete(page)
    }
    present = here
  }

  return {
    next(waiters) {
      admitPages(waiters)
      const level = leastOf(known(pages, present))
      const page = [...present].find((one) => pages.get(one) === level)
      const own = waiters.filter((waiter) => waiter.page === page)
      const start =
        leastOf(
          known(
            tags,
            own.map(({ id }) => id),
          ),
        ) ?? 0n
      for (const { id } of own) if (!tags.has(id)) tags.set(id, start)
      const least = leastOf(
        known(
          tags,
          own.map(({ id }) => id),
        ),
      )
      return own.find(({ id }) => tags.get(id) === least) ?? null
    },
    paid(waiter, amount) {
      tags.set(waiter.id, (tags.get(waiter.id) ?? 0n) + amount)
      pages.set(waiter.page, (pages.get(waiter.page) ?? 0n) + worth(waiter, amount))
    },
    forget(stays) {
      for (const id of [...tags.keys()]) if (!stays(id)) tags.delete(id)
    },
  }
}
