import { render } from 'preact'
import browser from '../native-browser.ts'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import { beInLanguage } from '../ui/be-in-language.ts'
import { App } from './app.tsx'
import { keepLastBudget, readLastBudget } from './last-budget.ts'
import { watchedTab } from './watched-tab.ts'

beInLanguage(document)

// A popup is as wide as its content asks; a tab is as wide as it is.
const inPopup = browser.extension.getViews({ type: 'popup' }).includes(window)
document.documentElement.dataset['place'] = inPopup ? 'popup' : 'tab'

const place = document.getElementById('popup')
if (place === null) throw new Error('popup.html has no place for the popup')

const { version } = browser.runtime.getManifest()
const last = readLastBudget(localStorage, version)
const keep = (snapshot: Snapshot): void => keepLastBudget(localStorage, version, snapshot)
const show = (tabId: number | null | undefined): void =>
  render(<App {...{ tabId, last }} onSnapshot={keep} />, place)

// What was seen last is painted before anybody is asked.
show(undefined)
show(await watchedTab(location.search))
