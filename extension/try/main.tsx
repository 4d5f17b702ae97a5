import '../page/page.iife.ts'
import { render } from 'preact'
import browser from '../native-browser.ts'
import { attendDocument } from '../content/attend-document.ts'
import { PagePolicies } from '../content/page-policies.ts'
import { beInLanguage } from '../ui/be-in-language.ts'
import { TRY_WORDS } from '../ui/words/try-words.ts'
import { TryPage } from './try-page.tsx'

beInLanguage(document)
document.title = TRY_WORDS.pageTitle
document.documentElement.dataset['place'] = 'tab'

// Browsers run no content script in an extension's own pages: this one has both of its scripts itself.
attendDocument(browser, new PagePolicies(document.getElementsByTagName('meta')))

const place = document.getElementById('try')
if (place === null) throw new Error('try.html has no place for the page')
const { id } = await browser.tabs.getCurrent()
render(<TryPage tabId={id ?? null} />, place)
