/** A tab, as far as a soak needs it: what it does itself it is told by a script. */
export interface SoakTab {
  evaluate<T>(expression: string): Promise<T>
  /** Brings it to the front; the one before it is hidden from then on. */
  show(): Promise<void>
  close(): Promise<void>
}

/** Of a page or the background, after the garbage was collected. Null is what the browser does not tell. */
export interface HeapFigures {
  /** Bytes. */
  readonly objects: number
  /** Bytes of what the browser made of the code. */
  readonly compiled: number | null
  /** Bytes of what the browser wrote down of frames, tasks and requests. */
  readonly records: number | null
  readonly listeners: number
  /** Between the parts of the extension. */
  readonly ports: number | null
  readonly sockets: number | null
}

/** A browser with a wallet that is set up, whose tabs tell the truth about whether they are seen. */
export interface SoakBrowser {
  readonly version: string
  readonly extensionOrigin: string
  /** A new tab in front of the others. */
  open(url: string): Promise<SoakTab>
  /** Stops the extension's background; resolves when it is gone. */
  stopBackground(): Promise<void>
  backgroundHeap(): Promise<HeapFigures>
  pageHeap(tab: SoakTab): Promise<HeapFigures>
}

/** What the wallet is set up with: amounts in major units. */
export const WISHES = { budget: '1000', rate: '36' }
