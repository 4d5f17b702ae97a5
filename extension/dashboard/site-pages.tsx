import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageLine } from '../../src/history/deltas.ts'
import type { Asset } from '../../src/money/asset.ts'
import { CommandError } from '../popup/command-error.tsx'
import { Confirm } from '../popup/confirm.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { formatCount } from '../ui/format-count.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { readPages } from './read-history.ts'
import type { History } from './use-history.ts'

interface SitePagesProps {
  readonly history: History
  readonly site: string
  readonly asset: Asset
  readonly send: Send
  readonly onClose: () => void
}

/** More is no list to look at; a file has them all. */
const MOST_PAGES = 100

export const SitePages = ({ history, site, asset, send, onClose }: SitePagesProps) => {
  const { database, book, range, lines } = history
  const [pages, setPages] = useState<readonly PageLine[]>([])
  const [asking, ask] = useState(false)
  const { failure, run } = useCommand(send, 'forgetHistory')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    let current = true
    readPages(database, book, site, range.holds)
      .then((read) => {
        const most = [...read].sort((a, b) => (a.row.posted < b.row.posted ? 1 : -1))
        if (current) setPages(most)
      })
      .catch(() => {})
    return () => {
      current = false
    }
  }, [history, site])
  const remove = async () => {
    ask(false)
    if ((await run({ what: 'site', site })) === null) onClose()
  }
  const whole = lines.find((line) => line.site === site)?.row.posted ?? 0n
  const rest = pages.reduce((left, { row }) => left - row.posted, whole)
  const name = shownOrigin(site)
  return (
    <section class="card" aria-labelledby="pages-title" data-pages-of={site}>
      <div class="card-head">
        <h3 id="pages-title" tabIndex={-1} ref={heading}>
          {words.details(name)}
        </h3>
        <button type="button" class="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      {pages.length === 0 ? (
        <p class="hint">{words.noPages}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{words.page}</th>
              <th scope="col">{words.sent}</th>
              <th scope="col">{words.packets}</th>
            </tr>
          </thead>
          <tbody>
            {pages.slice(0, MOST_PAGES).map(({ page, row }) => (
              <tr key={page} data-page={page} data-sent={row.posted.toString()}>
                <th scope="row">
                  <bdi>{page}</bdi>
                </th>
                <td>{formatAmount(row.posted.toString(), asset)}</td>
                <td>{formatCount(row.packets)}</td>
              </tr>
            ))}
            {rest > 0n && (
              <tr>
                <th scope="row">{words.restOfSite}</th>
                <td>{formatAmount(rest.toString(), asset)}</td>
                <td>–</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      {asking ? (
        <Confirm
          yes={words.removeYes}
          no={words.removeNo}
          question={words.removeSiteAsk(name)}
          onYes={() => void remove()}
          onNo={() => ask(false)}
        />
      ) : (
        <button type="button" class="danger" onClick={() => ask(true)}>
          {words.removeSite}
        </button>
      )}
      <CommandError failure={failure} />
    </section>
  )
}
