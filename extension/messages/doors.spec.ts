import { describe, expect, it } from 'vitest'
import { doorFor, type Caller } from './doors.ts'

const house = { id: 'us', root: 'chrome-extension://us/' }

const scriptAt = (url: string, frameId = 0, origin = new URL(url).origin): Caller => ({
  extensionId: 'us',
  url,
  origin,
  tabId: 5,
  frameId,
  documentId: 'd1',
})
const ours = (path: string, tabId?: number): Caller => ({
  ...scriptAt(`chrome-extension://us/${path}`),
  tabId,
  frameId: tabId === undefined ? undefined : 0,
})

const CALLERS: Record<string, Caller> = {
  'content script': scriptAt('https://a.example/x'),
  'content script without a document id': {
    ...scriptAt('https://a.example/x'),
    documentId: undefined,
  },
  'content script in a frame': scriptAt('https://a.example/', 7),
  'content script in a frame of a large number': scriptAt('https://a.example/', 17179869187),
  'content script in a sandboxed frame': scriptAt('https://a.example/', 7, 'null'),
  'content script in about:blank': scriptAt('about:blank', 7, 'https://a.example'),
  'content script in about:srcdoc': scriptAt('about:srcdoc', 7, 'https://a.example'),
  'content script in an empty tab': scriptAt('about:blank', 0),
  'content script in a file': scriptAt('file:///home/x.html', 0),
  'content script in a frame of no origin at all': {
    ...scriptAt('https://a.example/', 7),
    origin: undefined,
  },
  'content script nowhere': { ...scriptAt('https://a.example/'), tabId: undefined },
  'content script in no frame': { ...scriptAt('https://a.example/'), frameId: -1 },
  popup: ours('popup.html'),
  'popup in a tab': ours('popup.html?tabId=3', 6),
  'welcome page': ours('welcome.html', 6),
  'help page': ours('help.html?tabId=3#hidden', 6),
  'try-it page': ours('try.html', 6),
  'try-it page in no tab': ours('try.html'),
  'try-it page in a frame': { ...ours('try.html', 6), frameId: 7 },
  'another page of ours': ours('other.html', 6),
  'a page of ours in a frame': { ...ours('popup.html', 6), frameId: 7 },
  'welcome page in a frame': { ...ours('welcome.html', 6), frameId: 7 },
  'a page that names itself like the popup': scriptAt(
    'https://a.example/chrome-extension://us/popup.html',
  ),
  'another extension': { ...ours('popup.html'), extensionId: 'them' },
  'somebody without a URL': { ...scriptAt('https://a.example/'), url: undefined },
}
const SCRIPTS = [
  'content script',
  'content script without a document id',
  'content script in a frame',
  'content script in a frame of a large number',
  'content script in a sandboxed frame',
  'content script in about:blank',
  'content script in about:srcdoc',
  'a page that names itself like the popup',
]
const OPEN: Record<string, readonly string[]> = {
  page: [...SCRIPTS, 'try-it page'],
  frame: SCRIPTS,
  popup: [
    'popup',
    'popup in a tab',
    'welcome page',
    'help page',
    'try-it page',
    'try-it page in no tab',
  ],
  anything: [],
}

describe('doors', () => {
  for (const [port, allowed] of Object.entries(OPEN)) {
    for (const [who, caller] of Object.entries(CALLERS)) {
      it(`${port} is ${allowed.includes(who) ? 'open' : 'shut'} for ${who}`, () => {
        expect(doorFor(port, caller, house) !== null).toBe(allowed.includes(who))
      })
    }
  }

  it('takes tab, frame, document and origin from the browser', () => {
    expect(doorFor('page', scriptAt('https://a.example/x'), house)).toEqual({
      kind: 'page',
      tab: 5,
      frame: 0,
      documentId: 'd1',
      url: 'https://a.example/x',
      origin: 'https://a.example',
    })
    expect(doorFor('frame', scriptAt('about:srcdoc', 7, 'https://a.example'), house)).toEqual({
      kind: 'frame',
      tab: 5,
      frame: 7,
      documentId: 'd1',
      url: 'about:srcdoc',
      origin: 'https://a.example',
    })
  })

  it('knows the try-it page by the house', () => {
    const door = doorFor('page', { ...ours('try.html', 6), origin: 'null' }, house)
    expect(door).toMatchObject({ tab: 6, frame: 0, origin: 'chrome-extension://us' })
  })

  it('knows a sandboxed top document by its address', () => {
    const door = doorFor('page', scriptAt('https://a.example/x', 0, 'null'), house)
    expect(door).toMatchObject({ origin: 'https://a.example' })
  })
})
