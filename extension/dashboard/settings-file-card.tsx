import { useId, useRef, useState } from 'preact/hooks'
import { LARGEST_FILE } from '../../src/wallet/settings-file.ts'
import { askForExport } from '../popup/ask-for-export.ts'
import { Checkbox } from '../popup/checkbox.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { saveFile } from '../ui/save-file.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { failureWords } from '../ui/words/failure-words.ts'

export const SettingsFileCard = ({ send }: { readonly send: Send }) => {
  const [withToken, setWithToken] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { state, failure, run, reset } = useCommand(send, 'importSettings')
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const error = problem ?? (failure === null ? null : failureWords(failure))
  const save = async () => {
    const text = await askForExport({ kind: 'export-settings', withToken })
    if (text !== null) saveFile('tributary-settings.json', 'application/json', text)
  }
  const take = async (event: SubmitEvent) => {
    event.preventDefault()
    reset()
    const file = field.current?.files?.[0]
    if (!file) return setProblem(words.noFile)
    // The wallet looks at it too; a large file is not even read.
    if (file.size > LARGEST_FILE)
      return setProblem(failureWords({ code: 'import-too-large', field: 'file' }))
    setProblem(null)
    await run({ text: await file.text() })
  }
  return (
    <section class="card" aria-labelledby="file-title">
      <h3 id="file-title">{words.settingsFile}</h3>
      <p class="hint">{words.settingsFileMeans}</p>
      <Checkbox
        label={words.withToken}
        hint={words.withTokenMeans}
        checked={withToken}
        onChange={setWithToken}
      />
      <button type="button" class="secondary" onClick={() => void save()}>
        {words.saveSettings}
      </button>
      <form class="take-file" onSubmit={(event) => void take(event)} noValidate>
        <div class="field">
          <label for={id}>{words.chooseFile}</label>
          <input
            type="file"
            id={id}
            ref={field}
            accept="application/json,.json"
            aria-invalid={error !== null}
            aria-describedby={error === null ? undefined : `${id}-error`}
            onChange={() => (setProblem(null), reset())}
          />
          <div class="error" role="alert" id={`${id}-error`}>
            {error !== null && <p>{error}</p>}
          </div>
        </div>
        <button type="submit" class="secondary" aria-disabled={state === 'busy'}>
          {words.takeFile}
        </button>
        <p class="progress" role="status">
          {state === 'busy' && words.taking}
          {state === 'done' && words.taken}
        </p>
      </form>
    </section>
  )
}
