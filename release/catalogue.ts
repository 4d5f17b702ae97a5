/** A text as browsers read it, as far as it is well made. */
interface Entry {
  readonly message?: unknown
  readonly placeholders?: Readonly<Record<string, { readonly content?: string }>>
}

/** The texts of one language, by their keys. */
export type Catalogue = Readonly<Record<string, Entry>>

/** `$NAME$`, or `$1` itself. */
const PLACE = /\$(\w+)\$|\$\d/g

export const textOf = ({ message }: Entry): string =>
  typeof message === 'string' ? message.trim() : ''

const contentOf = ({ placeholders = {} }: Entry, name: string): string | undefined =>
  Object.entries(placeholders).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1]
    .content

/** What goes into a text, each once and in order: `$1` for the first that the code gives. */
export const putInto = (entry: Entry): readonly string[] => {
  const places = [...textOf(entry).matchAll(PLACE)]
  const contents = places.map(([place, name]) =>
    name === undefined ? place : contentOf(entry, name),
  )
  return [...new Set(contents.filter((content) => content !== undefined))].sort()
}

/** Names in a text that nothing is said of. Chromium loads no extension with one. */
export const undefinedNames = (entry: Entry): readonly string[] =>
  [...textOf(entry).matchAll(PLACE)]
    .filter(([, name]) => name !== undefined && contentOf(entry, name) === undefined)
    .map(([place]) => place)
