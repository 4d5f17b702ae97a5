/** What page functions take and give. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

// Runners built on esbuild name inner functions through a helper that the page does not have.
const NAMED = 'const __name = (fn) => fn;'

/** The source of a call of `fn` inside a page. The function may use nothing from around it. */
export function pageCall<A extends readonly Json[]>(
  fn: (...args: A) => unknown,
  ...args: A
): string {
  return `(() => { ${NAMED} return (${fn.toString()})(...${JSON.stringify(args)}) })()`
}

/** The same of a function whose first argument is what another call gives: nothing happens between the two. */
export function pageCallOn<First, A extends readonly Json[]>(
  first: string,
  fn: (first: First, ...args: A) => unknown,
  ...args: A
): string {
  return `(() => { ${NAMED} return (${fn.toString()})(${first}, ...${JSON.stringify(args)}) })()`
}
