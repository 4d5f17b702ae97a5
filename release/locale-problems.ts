import { putInto, textOf, undefinedNames, type Catalogue } from './catalogue.ts'

/** As many as one looks at. */
const NAMED = 5

const some = (keys: readonly string[]): string =>
  keys.length > NAMED
    ? `${keys.slice(0, NAMED).join(', ')} and ${keys.length - NAMED} more`
    : keys.join(', ')

const problem = (keys: readonly string[], say: (keys: string) => string): readonly string[] =>
  keys.length > 0 ? [say(some(keys))] : []

/** What each language lacks of English, has beyond it, or leaves out of a sentence. */
export const localeProblems = (locales: Readonly<Record<string, Catalogue>>): readonly string[] => {
  const english = locales['en'] ?? {}
  return Object.entries(locales).flatMap(([locale, texts]) => {
    const file = `public/_locales/${locale}/messages.json`
    const entries = Object.entries(texts)
    const missing = Object.keys(english).filter((key) => !(key in texts))
    const surplus = Object.keys(texts).filter((key) => !(key in english))
    const empty = entries.filter(([, entry]) => textOf(entry) === '').map(([key]) => key)
    const unlike = entries
      .filter(([key, entry]) => {
        const original = english[key]
        return (
          original && !empty.includes(key) && putInto(entry).join() !== putInto(original).join()
        )
      })
      .map(([key]) => `${key} (${putInto(english[key]!).join(', ') || 'nothing'})`)
    const undefinedIn = entries.flatMap(([key, entry]) =>
      undefinedNames(entry).map((name) => `${name} of ${key}`),
    )
    return [
      ...problem(missing, (keys) => `${file} lacks ${keys}: translate it.`),
      ...problem(
        surplus,
        (keys) => `${file} has ${keys}, which English has not: take it out, or add it to English.`,
      ),
      ...problem(empty, (keys) => `${file} says nothing at ${keys}: write its "message".`),
      ...problem(
        undefinedIn,
        (names) => `${file} does not say what goes in at ${names}: add it to "placeholders".`,
      ),
      ...problem(
        unlike,
        (keys) =>
          `${file} does not put in what English does at ${keys}: use its placeholders in "message".`,
      ),
    ]
  })
}

/** Keys that the manifest asks for in its own way, `__MSG_key__`, and that no language has. */
export const manifestProblems = (manifest: string, english: Catalogue): readonly string[] => {
  const asked = [...manifest.matchAll(/__MSG_(\w+?)__/g)].map(([, key]) => key!)
  const missing = [...new Set(asked)].filter((key) => !(key in english))
  return problem(
    missing,
    (keys) => `manifest.json asks for ${keys}: add it to public/_locales/en/messages.json.`,
  )
}
