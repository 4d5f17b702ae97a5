type Step<Work> = readonly [name: string, work: Work]

export const stepsOf: <Work>(ways: {
  /** A script of package.json. */
  readonly npm: (script: string) => Work
  readonly browsers: Work
  readonly vitest: () => Work
  /** `which`: words of the files that are run, with a space after them; empty for all. */
  readonly playwright: (which: string, env?: Readonly<Record<string, string>>) => Work
}) => { readonly steps: readonly Step<Work>[]; readonly longer: readonly Step<Work>[] }
