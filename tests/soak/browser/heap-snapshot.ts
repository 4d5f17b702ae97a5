import type { BareChromium } from '../../../browsers/chromium/bare-chromium.ts'
import type { HeapFigures } from './soak-browser.ts'

/** As far as it is read: nodes are numbers in a row, so many for each. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly [readonly string[], ...unknown[]]
    }
  }
  readonly nodes: readonly number[]
  readonly strings: readonly string[]
}

/** What these are called among the browser's own objects. */
const COUNTED = {
  listeners: 'blink::RegisteredEventListener',
  ports: 'Port',
  sockets: 'WebSocket',
} as const

/** What V8 keeps of code outside of its own kind of node. */
const OF_CODE = 'system / '

/**
 * What the browser writes down of every page and worker, for whoever asks it how long frames, tasks, layouts and requests
 * took, and what it said on the console. It is the same without an extension, and keeps some hundred of each.
 */
const RECORDS =
  /^(blink::)?(AnimationFrameTiming|ScriptTimingInfo|Performance|LayoutShift|DOMRectReadOnly|TaskAttributionTiming|ConsoleMessage|SourceLocation)/

const figuresIn = ({ snapshot, nodes, strings }: HeapSnapshot): HeapFigures => {
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field))
  const [code, native] = ['code', 'native'].map((kind) => types[0].indexOf(kind))
  const bytes = { compiled: 0, records: 0, objects: 0 }
  const named = new Map<string, number>()
  for (let at = 0; at < nodes.length; at += fields.length) {
    const [kind, label, self] = [type!, name!, size!].map((field) => nodes[at + field]!)
    if (kind !== native) {
      bytes[kind === code ? 'compiled' : 'objects'] += self!
      continue
    }
    const text = strings[label!]!
    const what = text.startsWith(OF_CODE) ? 'compiled' : RECORDS.test(text) ? 'records' : 'objects'
    bytes[what] += self!
    named.set(text, (named.get(text) ?? 0) + 1)
  }
  const count = (what: keyof typeof COUNTED): number => named.get(COUNTED[what]) ?? 0
  return {
    ...bytes,
    listeners: count('listeners'),
    ports: count('ports'),
    sockets: count('sockets'),
  }
}

/**
 * What is reachable in a target's heap. What V8 compiled meanwhile is counted apart: the more often a function has run, the more
 * of it there is, so that the sum grows for a long time although no object stays behind. So are the browser's own records.
 */
export const heapOf = async (bare: BareChromium, id: string): Promise<HeapFigures> => {
  const chunks: string[] = []
  await bare.talk(id, [['HeapProfiler.takeHeapSnapshot']], ({ method, params }) => {
    if (method === 'HeapProfiler.addHeapSnapshotChunk')
      chunks.push((params as { chunk: string }).chunk)
  })
  return figuresIn(JSON.parse(chunks.join('')) as HeapSnapshot)
}
