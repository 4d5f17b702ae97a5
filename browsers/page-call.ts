/** What page functions take and give. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The source of a call of `fn` inside a page. The function may use nothing from around it. */
export function pageCall<A extends readonly Json[]>(
  fn: (...args: A) => unknown,
  ...args: A
): string {
  // Runners built on esbuild name inner functions through a helper that the page does not have.
  const named = 'const __name = (fn) => fn;'
  return `(() => { ${named} return (${fn.toString()})(...${JSON.stringify(args)}) })()`
}
