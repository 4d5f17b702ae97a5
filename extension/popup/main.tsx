import { render } from 'preact'
import browser from 'webextension-polyfill'
import { beInLanguage } from '../ui/be-in-language.ts'
import { App } from './app.tsx'
import { watchedTab } from './watched-tab.ts'

beInLanguage(document)

// A popup is as wide as its content asks; a tab is as wide as it is.
const inPopup = browser.extension.getViews({ type: 'popup' }).includes(window)
document.documentElement.dataset['place'] = inPopup ? 'popup' : 'tab'

const place = document.getElementById('popup')
if (place === null) throw new Error('popup.html has no place for the popup')
render(<App tabId={await watchedTab(location.search)} />, place)
