/** What makes code of text: an extension must not, and whoever reviews one looks for it. */
const COMPILERS = /(?<![\w$.])(?:eval|(?:new\s+)?Function)\s*\(/g

/** Each place in `code` where text is compiled, with what stands around it. */
export const textCompilers = (code: string): readonly string[] =>
  [...code.matchAll(COMPILERS)].map(({ index }) => code.slice(Math.max(0, index - 40), index + 40))
