import type { House } from '../doors.ts'

/** Both browsers' way to name us. */
export const HOUSES: readonly House[] = [
  { id: 'abcdefghijklmnop', root: 'chrome-extension://abcdefghijklmnop/' },
  { id: 'tributary@tributary.example', root: 'moz-extension://0f0f0f0f-0000-4000/' },
]

const nobody = {
  extensionId: undefined as string | undefined,
  url: undefined as string | undefined,
  origin: undefined as string | undefined,
  tabId: undefined as number | undefined,
  frameId: undefined as number | undefined,
  documentId: undefined as string | undefined,
}

/** What browsers say of whoever may open a port; `us` is our own house. */
export const callersOf = ({ id: us, root }: House) => {
  const ours = { ...nobody, extensionId: us }
  const them = { ...nobody, extensionId: 'them' }
  const tab = { tabId: 5, frameId: 0, documentId: 'd' }
  const at = (url: string) => ({ url, origin: URL.canParse(url) ? new URL(url).origin : 'null' })
  return {
    popup: { ...ours, ...at(`${root}popup.html`) },
    'popup with a query': { ...ours, ...at(`${root}popup.html?tabId=3#x`), frameId: 0 },
    'popup in a tab': { ...ours, ...tab, ...at(`${root}popup.html`) },
    'popup in a frame of a page': { ...ours, ...tab, ...at(`${root}popup.html`), frameId: 3 },
    'dashboard in a tab': { ...ours, ...tab, ...at(`${root}dashboard.html`) },
    'dashboard with a fragment': { ...ours, ...tab, ...at(`${root}dashboard.html#history`) },
    'dashboard in a frame of a page': {
      ...ours,
      ...tab,
      ...at(`${root}dashboard.html`),
      frameId: 3,
    },
    'a web page that names our dashboard': { ...nobody, ...tab, ...at(`${root}dashboard.html`) },
    'welcome page': { ...ours, ...tab, ...at(`${root}welcome.html`) },
    'welcome page in a frame of a page': {
      ...ours,
      ...tab,
      ...at(`${root}welcome.html`),
      frameId: 3,
    },
    'help page': { ...ours, ...tab, ...at(`${root}help.html?tabId=3#hidden`) },
    'help page in a frame of a page': { ...ours, ...tab, ...at(`${root}help.html`), frameId: 3 },
    'try-it page': { ...ours, ...tab, ...at(`${root}try.html`) },
    'try-it page in no tab': { ...ours, ...at(`${root}try.html`) },
    'try-it page in a frame of a page': { ...ours, ...tab, ...at(`${root}try.html`), frameId: 3 },
    'another page of ours': { ...ours, ...at(`${root}other.html`) },
    'another page of ours in a tab': { ...ours, ...tab, ...at(`${root}other.html`) },
    'a page of ours below popup.html': { ...ours, ...tab, ...at(`${root}popup.html/x`) },
    'a page of ours in a folder': { ...ours, ...tab, ...at(`${root}x/popup.html`) },
    'our background': { ...ours, ...at(`${root}background.js`) },
    'our bare origin': { ...ours, ...at(root) },
    'content script': { ...ours, ...tab, ...at('https://a.example/x') },
    'content script on this computer': { ...ours, ...tab, ...at('http://localhost:4000/') },
    'content script of a page named like the popup': {
      ...ours,
      ...tab,
      ...at(`https://a.example/${root}popup.html`),
    },
    'content script in a frame': { ...ours, ...tab, ...at('https://a.example/'), frameId: 7 },
    'content script in about:srcdoc': { ...ours, ...tab, ...at('about:srcdoc'), frameId: 7 },
    'content script without a tab': { ...ours, ...at('https://a.example/x'), frameId: 0 },
    'content script of a file': { ...ours, ...tab, ...at('file:///etc/passwd') },
    'content script of a data URL': { ...ours, ...tab, ...at('data:text/html,x') },
    'content script of a blob': { ...ours, ...tab, ...at('blob:https://a.example/1') },
    'content script of a page of the browser': { ...ours, ...tab, ...at('chrome://settings/') },
    'devtools on our behalf': { ...ours, ...at('devtools://devtools/bundled/devtools_app.html') },
    'ours, without a URL': { ...ours, ...tab },
    'ours, with a URL that is none': { ...ours, ...tab, url: 'popup.html', origin: 'null' },
    'another extension': { ...them, ...at('chrome-extension://them/popup.html') },
    'another extension that names our popup': { ...them, ...at(`${root}popup.html`) },
    'content script of another extension': { ...them, ...tab, ...at('https://a.example/x') },
    'a web page itself': { ...nobody, ...tab, ...at('https://a.example/x') },
    'a web page that names our popup': { ...nobody, ...tab, ...at(`${root}popup.html`) },
    nobody,
  }
}

export type Who = keyof ReturnType<typeof callersOf>
