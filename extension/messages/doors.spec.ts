import { describe, expect, it } from 'vitest'
import { doorFor, type Caller } from './doors.ts'

const house = { id: 'us', root: 'chrome-extension://us/' }

const CALLERS: Record<string, Caller> = {
  'content script': { extensionId: 'us', url: 'https://a.example/x', tabId: 5, frameId: 0 },
  'content script in a frame': {
    extensionId: 'us',
    url: 'https://a.example/',
    tabId: 5,
    frameId: 7,
  },
  popup: {
    extensionId: 'us',
    url: 'chrome-extension://us/popup.html',
    tabId: undefined,
    frameId: undefined,
  },
  'popup in a tab': {
    extensionId: 'us',
    url: 'chrome-extension://us/popup.html?tabId=3',
    tabId: 6,
    frameId: 0,
  },
  'another page of ours': {
    extensionId: 'us',
    url: 'chrome-extension://us/other.html',
    tabId: 6,
    frameId: 0,
  },
  'a page that names itself like the popup': {
    extensionId: 'us',
    url: 'https://a.example/chrome-extension://us/popup.html',
    tabId: 5,
    frameId: 0,
  },
  'another extension': {
    extensionId: 'them',
    url: 'chrome-extension://us/popup.html',
    tabId: undefined,
    frameId: undefined,
  },
  'somebody without a URL': {
    extensionId: 'us',
    url: undefined,
    tabId: 5,
    frameId: 0,
  },
}
const OPEN: Record<string, readonly string[]> = {
  page: ['content script', 'a page that names itself like the popup'],
  popup: ['popup', 'popup in a tab'],
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

  it('takes tab, frame and site from the browser', () => {
    expect(doorFor('page', CALLERS['content script'] as Caller, house)).toEqual({
      kind: 'page',
      tab: 5,
      frame: 0,
      site: 'https://a.example',
    })
  })
})
