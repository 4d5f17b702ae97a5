import browser from '../native-browser.ts'
import { HISTORY_BUTTON_WORDS as words } from '../ui/words/history-button-words.ts'

const PAGE = 'dashboard.html'

/** Goes to the page of the whole history, in a tab of its own. */
export const HistoryButton = () => (
  <button
    type="button"
    class="quiet"
    onClick={() => void browser.tabs.create({ url: browser.runtime.getURL(PAGE) })}
  >
    {words.open}
  </button>
)
