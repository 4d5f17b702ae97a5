import { useId, useRef, useState } from 'preact/hooks'
import type { ImportChange } from '../../src/wallet/preview-import.ts'
import { LARGEST_FILE } from '../../src/wallet/settings-file.ts'
import { askWallet } from '../popup/ask-wallet.ts'
import { INTERRUPTED } from '../popup/outcome.ts'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { IMPORT_WORDS } from '../ui/words/import-words.ts'
import { ImportPreview } from './import-preview.tsx'

interface Offer {
  readonly text: string
  readonly changes: readonly ImportChange[]
}

/** Takes a file of settings, once it was said what it would change. */
export const TakeSettings = ({ send }: { readonly send: Send }) => {
  const [problem, setProblem] = useState<string | null>(null)
  const [offer, setOffer] = useState<Offer | null>(null)
  const [said, say] = useState('')
  const { state, failure, run, reset } = useCommand(send, 'importSettings')
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const error = problem ?? (failure === null ? null : failureWords(failure))
  const clear = () => {
    reset()
    setProblem(null)
    setOffer(null)
    say('')
  }
  const look = async (event: SubmitEvent) => {
    event.preventDefault()
    clear()
    const file = field.current?.files?.[0]
    if (!file) return setProblem(words.noFile)
    // The wallet looks at it too; a large file is not even read.
    if (file.size > LARGEST_FILE)
      return setProblem(failureWords({ code: 'import-too-large', field: 'file' }))
    await ask(await file.text())
  }
  /** `seen`: what somebody said yes to already. */
  const ask = async (text: string, seen?: readonly ImportChange[]) => {
    const answer = await askWallet({ kind: 'preview-import', text }, 'import-preview')
    const changes = answer?.changes ?? INTERRUPTED
    if ('code' in changes) return setProblem(failureWords(changes))
    if (changes.length === 0) return say(IMPORT_WORDS.same)
    // The wallet may have been changed elsewhere meanwhile: then it would be another yes.
    if (JSON.stringify(changes) !== JSON.stringify(seen)) return setOffer({ text, changes })
    if ((await run({ text })) === null) say(words.taken)
  }
  const answer = async (yes: boolean) => {
    clear()
    button.current?.focus()
    if (offer === null || !yes) return say(IMPORT_WORDS.left)
    await ask(offer.text, offer.changes)
  }
  return (
    <form class="take-file" onSubmit={(event) => void look(event)} noValidate>
      <div class="field">
        <label for={id}>{words.chooseFile}</label>
        <input
          type="file"
          id={id}
          ref={field}
          accept="application/json,.json"
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : `${id}-error`}
          onChange={clear}
        />
        <div class="error" role="alert" id={`${id}-error`}>
          {error !== null && <p>{error}</p>}
        </div>
      </div>
      <button type="submit" class="secondary" ref={button} aria-disabled={state === 'busy'}>
        {words.takeFile}
      </button>
      {offer !== null && (
        <ImportPreview
          changes={offer.changes}
          onYes={() => void answer(true)}
          onNo={() => void answer(false)}
        />
      )}
      <p class="progress" role="status">
        {state === 'busy' ? words.taking : said}
      </p>
    </form>
  )
}
