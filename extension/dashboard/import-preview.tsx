import { useId } from 'preact/hooks'
import { isRaise, type ImportChange } from '../../src/wallet/preview-import.ts'
import { Confirm } from '../popup/confirm.tsx'
import { IMPORT_WORDS as words, importWords } from '../ui/words/import-words.ts'

interface ImportPreviewProps {
  readonly changes: readonly ImportChange[]
  readonly onYes: () => void
  readonly onNo: () => void
}

/** All that would change; what could cost more is named by the question itself. */
export const ImportPreview = ({ changes, onYes, onNo }: ImportPreviewProps) => {
  const title = useId()
  const raises = changes.filter(isRaise)
  const others = changes.filter((change) => !isRaise(change))
  const question =
    raises.length === 0 ? words.asks : [...raises.map(importWords), words.asksRaise].join(' ')
  return (
    <div class="import-preview">
      {others.length > 0 && (
        <>
          <h4 id={title}>{words.title}</h4>
          <ul aria-labelledby={title}>
            {others.map((change) => (
              <li key={change.what} data-change={change.what}>
                {importWords(change)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Confirm question={question} yes={words.yes} no={words.no} onYes={onYes} onNo={onNo} />
    </div>
  )
}
