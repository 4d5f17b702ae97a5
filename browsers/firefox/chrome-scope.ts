import type { BidiClient } from './bidi-client.ts'
import { evaluateIn } from './evaluate-in.ts'

interface Tree {
  readonly contexts: readonly { readonly context: string }[]
}

/** Evaluates with the rights of the browser itself; the result goes through JSON. */
export async function evaluateInChrome<T>(bidi: BidiClient, expression: string): Promise<T> {
  const tree = await bidi.send<Tree>('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  })
  const context = tree.contexts[0]?.context
  if (context === undefined) throw new Error('Firefox has no window')
  const json = await evaluateIn(
    bidi,
    context,
    `(async () => JSON.stringify(await (${expression}\n)))()`,
  )
  return (json === undefined ? undefined : JSON.parse(json)) as T
}
