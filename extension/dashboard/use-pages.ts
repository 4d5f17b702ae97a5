import { useState } from 'preact/hooks'

/** So many rows are painted at once, however many there are. */
const PAGE_ROWS = 50

/** One page of many rows; a page that is no more is the last one that is. */
export const usePages = <Row>(rows: readonly Row[]) => {
  const [at, turn] = useState(0)
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS))
  const page = Math.min(at, pages - 1)
  const shown = rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)
  return { shown, page, pages, turn }
}
