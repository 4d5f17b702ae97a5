import { render } from 'preact'
import { App } from './app.tsx'

document.documentElement.dataset['place'] = 'tab'

const place = document.getElementById('dashboard')
if (place === null) throw new Error('dashboard.html has no place for the dashboard')
render(<App />, place)
