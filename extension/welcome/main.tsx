import { render } from 'preact'
import { WELCOME_WORDS } from '../ui/words/welcome-words.ts'
import { Welcome } from './welcome.tsx'

document.title = WELCOME_WORDS.pageTitle
const place = document.getElementById('welcome')
if (place === null) throw new Error('welcome.html has no place for the page')
render(<Welcome />, place)
