import { render } from 'preact'
import { beInLanguage } from '../ui/be-in-language.ts'
import { DASHBOARD_WORDS } from '../ui/words/dashboard-words.ts'
import { App } from './app.tsx'

beInLanguage(document)
document.title = DASHBOARD_WORDS.pageTitle
document.documentElement.dataset['place'] = 'tab'

const place = document.getElementById('dashboard')
if (place === null) throw new Error('dashboard.html has no place for the dashboard')
render(<App />, place)
