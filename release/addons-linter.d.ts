declare module 'addons-linter' {
  export interface Finding {
    readonly code: string
    readonly message: string
    /** Null where it is about the whole. */
    readonly file?: string | null
    readonly line?: number
    readonly column?: number
  }

  export interface Linter {
    run(): Promise<{
      readonly errors: readonly Finding[]
      readonly warnings: readonly Finding[]
      readonly notices: readonly Finding[]
    }>
  }

  const linter: {
    createInstance(options: {
      readonly config: Readonly<Record<string, unknown>>
      readonly runAsBinary: false
    }): Linter
  }
  export default linter
}
