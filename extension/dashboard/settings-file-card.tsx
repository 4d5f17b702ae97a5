import { useState } from 'preact/hooks'
import { askForExport } from '../popup/ask-for-export.ts'
import { Checkbox } from '../popup/checkbox.tsx'
import type { Send } from '../popup/wallet-link.ts'
import { saveFile } from '../ui/save-file.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { TakeSettings } from './take-settings.tsx'

export const SettingsFileCard = ({ send }: { readonly send: Send }) => {
  const [withToken, setWithToken] = useState(false)
  const save = async () => {
    const text = await askForExport({ kind: 'export-settings', withToken })
    if (text !== null) saveFile('tributary-settings.json', 'application/json', text)
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
      <TakeSettings send={send} />
    </section>
  )
}
