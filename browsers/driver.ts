import type { BrowserKind } from './browser-kind.ts'

/** How long to wait for a state, and what to call it when it does not come. */
export interface WaitOptions {
  readonly what: string
  /** 45 seconds by default. */
  readonly timeoutMs?: number
}

/** One tab. Controls are found by what people read, waited for, and clicked with a real pointer. */
export interface Tab {
  /** The address shown now. */
  url(): Promise<string>
  /** Loads an address and waits for its `load` event. */
  goto(url: string): Promise<void>
  reload(): Promise<void>
  /** Makes this the shown tab of its window. */
  bringToFront(): Promise<void>
  close(): Promise<void>
  /** The value of an expression in the page's own world; promises are awaited, the result goes through JSON. */
  evaluate<T>(expression: string): Promise<T>
  /** Returns when the expression is truthy; the error names `what`. */
  waitFor(expression: string, options: WaitOptions): Promise<void>
  /** Replaces the content of the field with this label. */
  fillField(label: string, value: string): Promise<void>
  clickButton(name: string): Promise<void>
  setCheckbox(label: string, on: boolean): Promise<void>
  /** A control with `role="switch"`. */
  setSwitch(name: string, on: boolean): Promise<void>
  /** The text of the first element that matches, once there is one. */
  text(selector: string): Promise<string>
  /** Makes the page this large, in CSS pixels. */
  setViewport(width: number, height: number): Promise<void>
  /** Writes a PNG of what the page shows. */
  screenshot(path: string): Promise<void>
}

/** What a person has told the system about colours. */
export type Theme = 'light' | 'dark' | 'more contrast' | 'forced colours'

/** A running browser with the extension in it. */
export interface BrowserDriver {
  readonly kind: BrowserKind
  /** For example `Chromium 130.0.1.2`. */
  readonly version: string
  readonly profileDir: string
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string
  /** A new tab in the first window, brought to the front. */
  openTab(url: string): Promise<Tab>
  /** A new tab in a window of its own; tabs of other windows stay visible. */
  newWindow(url: string): Promise<Tab>
  /** The number by which extensions know this tab. The extension needs host permission for its page. */
  tabIdOf(tab: Tab): Promise<number>
  /** The extension's popup page, speaking of that tab, in a window of its own: the tab stays visible. */
  openPopupFor(tab: Tab): Promise<Tab>
  /** Tells all open tabs, as if the system's setting had changed. */
  setTheme(theme: Theme): Promise<void>
  /** As if nobody had touched the computer for so long. Only Firefox can: it rejects elsewhere. */
  leaveAlone(ms: number): Promise<void>
  backgroundRunning(): Promise<boolean>
  /** Stops the extension's background as the browser itself does when it idles; the next event revives it. */
  killBackground(): Promise<void>
  /** Quits as people do. */
  close(): Promise<void>
  /** Kills all processes of the browser at once, as a crash would. */
  kill(): Promise<void>
}
