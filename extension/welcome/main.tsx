import { render } from 'preact'
import { beInLanguage } from '../ui/be-in-language.ts'
import { WELCOME_WORDS } from '../ui/words/welcome-words.ts'
import { Welcome } from './welcome.tsx'

beInLanguage(document)
document.title = WELCOME_WORDS.pageTitle
const place = document.getElementById('welcome')
if (place === null) throw new Error('welcome.html has no place for the page')
render(<Welcome />, place)
