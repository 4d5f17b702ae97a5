import { useState } from 'preact/hooks'
import { saveFile } from '../ui/save-file.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import type { NamedBook } from './book-asset.ts'
import { historyCsv, historyJson } from './history-files.ts'
import { readDailyLines } from './read-history.ts'
import type { History } from './use-history.ts'

interface ExportCardProps {
  readonly history: History
  readonly book: NamedBook
}

export const ExportCard = ({ history, book }: ExportCardProps) => {
  const [said, say] = useState('')
  const save = async (kind: 'csv' | 'json') => {
    const { database, range } = history
    const lines = await readDailyLines(database, book.name, range.holds)
    const name = `tributary-history-${range.id}.${kind}`
    if (kind === 'csv') saveFile(name, 'text/csv', historyCsv(book, lines))
    else saveFile(name, 'application/json', historyJson(book, lines))
    say(words.saved(name))
  }
  return (
    <section class="card" aria-labelledby="export-title">
      <h3 id="export-title">{words.export}</h3>
      <p class="hint">{words.exportMeans}</p>
      <div class="ask-answers">
        <button type="button" class="secondary" onClick={() => void save('csv')}>
          {words.exportCsv}
        </button>
        <button type="button" class="secondary" onClick={() => void save('json')}>
          {words.exportJson}
        </button>
      </div>
      <p class="progress" role="status">
        {said}
      </p>
    </section>
  )
}
