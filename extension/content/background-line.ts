import type { Runtime } from 'webextension-polyfill'
import {
  type DocumentFacts,
  type FromPage,
  PAGE_PORT,
  type TagNews,
} from '../messages/page-port.ts'

/** Between two reports, unless visibility changed. */
const REPORT_PAUSE = 100
/** So many more at once after a while without: a tag that goes as soon as it came is not paid in between. */
const REPORTS_SAVED = 2
/** Under the 30 s after which an event page without events is suspended. */
const BEAT_PAUSE = 15_000
/** Before each next try to reach a background that hung up; the last one repeats. */
const REDIAL_PAUSES = [0, 200, 1000, 5000] as const

/** Chromium makes `runtime` when it is first asked for: pages without tags do without. */
export interface ExtensionApi {
  readonly runtime: Runtime.Static
}

export interface LineOwner {
  facts(): DocumentFacts
  hear(news: TagNews): void
  /** The background hung up: nothing is being paid now. */
  onLost(): void
  /** The extension was updated, disabled or removed: nobody will answer any more. */
  onOrphaned(): void
}

/** Carries the document's facts to the background. Opens only for a visible document with tags. */
export class BackgroundLine {
  readonly #api: ExtensionApi
  readonly #owner: LineOwner
  #port: Runtime.Port | null = null
  #saidVisible = false
  /** When the next report would be due if none had been saved. */
  #dueAt = -Infinity
  #openedAt = 0
  #redials = 0
  #report: ReturnType<typeof setTimeout> | undefined
  #beat: ReturnType<typeof setTimeout> | undefined

  constructor(api: ExtensionApi, owner: LineOwner) {
    this.#api = api
    this.#owner = owner
  }

  /** The tags changed. A burst of changes is few reports. */
  reportSoon(): void {
    const wait = this.#dueAt - REPORTS_SAVED * REPORT_PAUSE - performance.now()
    if (wait <= 0) this.#say()
    else this.#report ??= setTimeout(() => this.#say(), wait)
  }

  /** Hidden stops payment at once; so this waits for nothing. */
  reportVisibility(): void {
    if (this.#owner.facts().visible !== this.#saidVisible) this.#say()
  }

  hangUp(): void {
    clearTimeout(this.#report)
    clearTimeout(this.#beat)
    this.#report = undefined
    this.#port?.disconnect()
    this.#port = null
    this.#saidVisible = false
  }

  #say(): void {
    clearTimeout(this.#report)
    this.#report = undefined
    const facts = this.#owner.facts()
    const wanted = facts.visible && facts.tags.length > 0
    if (this.#port === null && !wanted) return
    if (!this.#post(facts)) return
    this.#dueAt = Math.max(this.#dueAt, performance.now()) + REPORT_PAUSE
    this.#saidVisible = facts.visible
    clearTimeout(this.#beat)
    if (wanted) this.#beat = setTimeout(() => this.#keepAwake(), BEAT_PAUSE)
  }

  #keepAwake(): void {
    if (this.#port && this.#post({ kind: 'beat' }))
      this.#beat = setTimeout(() => this.#keepAwake(), BEAT_PAUSE)
  }

  #post(message: FromPage): boolean {
    try {
      this.#port ??= this.#dial()
      this.#port.postMessage(message)
      return true
    } catch {
      this.hangUp()
      this.#owner.onOrphaned()
      return false
    }
  }

  #dial(): Runtime.Port {
    const port = this.#api.runtime.connect({ name: PAGE_PORT })
    this.#openedAt = performance.now()
    port.onMessage.addListener((news) => {
      // Where money came over it, it was no failure, however short it held.
      if ((news as TagNews).kind === 'paid') this.#redials = 0
      this.#owner.hear(news as TagNews)
    })
    port.onDisconnect.addListener(() => {
      // Read, or Chrome writes "Unchecked runtime.lastError" to the page's console.
      void this.#api.runtime.lastError
      if (this.#port === port) this.#lose()
    })
    return port
  }

  #lose(): void {
    this.hangUp()
    this.#owner.onLost()
    if (!this.#api.runtime.id) return this.#owner.onOrphaned()
    // A line that held for longer than the longest pause was no failure.
    if (performance.now() - this.#openedAt > REDIAL_PAUSES[3]) this.#redials = 0
    const pause = REDIAL_PAUSES[Math.min(this.#redials++, 3)]
    this.#report = setTimeout(() => this.#say(), pause)
  }
}
