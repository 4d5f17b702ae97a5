import type { Runtime } from 'webextension-polyfill'
import { FRAME_CALL, FRAME_PORT, type FromFrame, type ToFrame } from '../messages/frame-port.ts'
import type { ExtensionApi } from './background-line.ts'
import { describeHolder, HOLDER_ATTRIBUTES, holderOf } from './frame-holder.ts'
import type { PagePolicies } from './page-policies.ts'

/** Between two reports about one element: a page may toggle its attributes as fast as it likes. */
const REPORT_PAUSE = 100

export interface FrameVoucher {
  /** Has the background heard when it asks. To be called once or more. */
  readonly answer: () => void
  /** For messages to the window. Only the browser's own count: a page can make up others with any source. */
  readonly catchToken: (event: MessageEvent) => void
}

/**
 * Says what this document's elements allow their frames, and shows itself to the document around it: only
 * when the background asks, and so only where a frame has a tag.
 */
export const vouchForFrames = (api: ExtensionApi, policies: PagePolicies): FrameVoucher => {
  const expected = new Set<string>()
  /** By token; each ends the watch over the element that holds its frame. */
  const watched = new Map<string, AbortController>()
  let port: Runtime.Port | null = null

  const say = (message: FromFrame): void => port?.postMessage(message)
  const watch = (token: string, holder: Exclude<ReturnType<typeof holderOf>, null>): void => {
    const end = new AbortController()
    let told = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const report = (): void => {
      timer = undefined
      policies.look()
      const message = {
        kind: 'holds',
        token,
        element: describeHolder(holder),
        policies: policies.texts,
      } as const
      const words = JSON.stringify(message)
      if (words === told) return
      told = words
      say(message)
      timer = setTimeout(report, REPORT_PAUSE)
    }
    const observer = new MutationObserver(() => {
      if (timer === undefined) report()
    })
    observer.observe(holder, { attributeFilter: HOLDER_ATTRIBUTES })
    end.signal.addEventListener('abort', () => {
      observer.disconnect()
      clearTimeout(timer)
    })
    watched.set(token, end)
    report()
  }

  const catchToken = (event: MessageEvent): void => {
    if (expected.size === 0 || !event.isTrusted) return
    const token: unknown = event.data
    if (typeof token !== 'string' || !expected.delete(token)) return
    event.stopImmediatePropagation()
    const holder = holderOf(event.source)
    if (holder) watch(token, holder)
  }
  const listen = (): void => window.addEventListener('message', catchToken, true)

  const hear = (message: ToFrame): void => {
    const { kind, token } = message
    if (kind === 'show') window.parent.postMessage(token, '*')
    else if (kind === 'expect') {
      expected.add(token)
      // `document.open()` takes all listeners away, that of the first script too.
      listen()
      say({ kind: 'expecting', token })
    } else {
      expected.delete(token)
      watched.get(token)?.abort()
      watched.delete(token)
    }
  }
  const forgetAll = (): void => {
    port = null
    expected.clear()
    for (const end of watched.values()) end.abort()
    watched.clear()
  }
  const open = (): void => {
    if (port) return
    const opened = api.runtime.connect({ name: FRAME_PORT })
    port = opened
    const leave = (): void => {
      forgetAll()
      opened.disconnect()
    }
    opened.onMessage.addListener((message) => hear(message as ToFrame))
    opened.onDisconnect.addListener(() => {
      // Read, or Chrome writes "Unchecked runtime.lastError" to the page's console.
      void api.runtime.lastError
      // The background may be stopped often while a page stays.
      window.removeEventListener('pagehide', leave, true)
      if (port === opened) forgetAll()
    })
    window.addEventListener('pagehide', leave, { capture: true, once: true })
  }

  const onCall = (message: unknown): undefined => {
    if (message === FRAME_CALL) open()
  }
  return { answer: () => api.runtime.onMessage.addListener(onCall), catchToken }
}
