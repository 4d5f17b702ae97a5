import type { BidiClient } from './bidi-client.ts'

interface Evaluation {
  readonly type: 'success' | 'exception'
  readonly result?: { readonly type: string; readonly value?: unknown }
  readonly exceptionDetails?: { readonly text: string }
}

/** The string that an expression, or the promise it gives, comes to in a browsing context. */
export async function evaluateIn(
  bidi: BidiClient,
  context: string,
  expression: string,
): Promise<string | undefined> {
  const { type, result, exceptionDetails } = await bidi.send<Evaluation>('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
    resultOwnership: 'none',
  })
  if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'The page threw')
  return typeof result?.value === 'string' ? result.value : undefined
}
