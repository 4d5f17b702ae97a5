import { render } from 'preact'
import { DiagnosticsCard } from '../diagnostics/diagnostics-card.tsx'
import { namedTab } from '../popup/watched-tab.ts'

const place = document.getElementById('diagnostics')
if (place === null) throw new Error('help.html has no place for the diagnostics')
// What it was opened for, whatever is read afterwards.
const asked = location.hash.slice(1)
const topic = document.getElementById(asked)?.matches('.help-section') === true ? asked : null
render(<DiagnosticsCard tabId={namedTab(location.search)} topic={topic} />, place)
