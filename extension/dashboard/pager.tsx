import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'

interface PagerProps {
  readonly page: number
  readonly pages: number
  readonly onTurn: (page: number) => void
}

export const Pager = ({ page, pages, onTurn }: PagerProps) =>
  pages <= 1 ? null : (
    <div class="pager">
      <button
        type="button"
        class="secondary"
        aria-disabled={page === 0}
        onClick={() => onTurn(Math.max(0, page - 1))}
      >
        {words.earlier}
      </button>
      <span role="status">{words.pageOf(page + 1, pages)}</span>
      <button
        type="button"
        class="secondary"
        aria-disabled={page === pages - 1}
        onClick={() => onTurn(Math.min(pages - 1, page + 1))}
      >
        {words.later}
      </button>
    </div>
  )
