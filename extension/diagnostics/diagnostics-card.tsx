import { useId, useState } from 'preact/hooks'
import { Checkbox } from '../popup/checkbox.tsx'
import { CopyButton } from '../popup/copy-button.tsx'
import { DIAGNOSTICS_WORDS as words } from '../ui/words/diagnostics-words.ts'
import { DIRECTION, LANGUAGE } from '../ui/words/language.ts'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { useFacts } from './use-facts.ts'
import { writeReport } from './write-report.ts'

interface DiagnosticsCardProps {
  /** Of the page that the help was opened for. */
  readonly tabId: number | null
  readonly topic: string | null
}

/** A report to read first, and then to give to whom one likes. The page around it is in English. */
export const DiagnosticsCard = ({ tabId, topic }: DiagnosticsCardProps) => {
  const facts = useFacts(tabId, topic)
  const [withAddresses, setWithAddresses] = useState(false)
  const id = useId()
  const report = facts && writeReport(facts, { withAddresses })
  return (
    <section
      class="card welcome-card"
      aria-labelledby={id}
      aria-busy={report === null}
      lang={LANGUAGE}
      dir={DIRECTION}
    >
      <h2 id={id}>{words.title}</h2>
      <p>{words.means}</p>
      {report === null ? (
        <p class="waking">{WALLET_WORDS.waking}</p>
      ) : (
        <>
          <Checkbox
            label={words.withAddresses}
            hint={words.withAddressesMean}
            checked={withAddresses}
            onChange={setWithAddresses}
          />
          <textarea
            class="report"
            lang="en"
            dir="ltr"
            rows={16}
            readOnly
            spellcheck={false}
            aria-label={words.report}
            value={report}
          />
          <div class="copy-line">
            <CopyButton text={report} />
          </div>
        </>
      )}
    </section>
  )
}
