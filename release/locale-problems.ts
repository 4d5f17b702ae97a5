/** The keys of each language's texts, by the name of its folder. */
export type LocaleKeys = Readonly<Record<string, ReadonlySet<string>>>

/** As many as one looks at. */
const NAMED = 5

const some = (keys: readonly string[]): string =>
  keys.length > NAMED
    ? `${keys.slice(0, NAMED).join(', ')} and ${keys.length - NAMED} more`
    : keys.join(', ')

/** What each language lacks of English, and has beyond it. */
export const localeProblems = (locales: LocaleKeys): readonly string[] => {
  const english = locales['en'] ?? new Set()
  return Object.entries(locales).flatMap(([locale, keys]) => {
    const file = `public/_locales/${locale}/messages.json`
    const missing = [...english].filter((key) => !keys.has(key))
    const surplus = [...keys].filter((key) => !english.has(key))
    return [
      ...(missing.length > 0 ? [`${file} lacks ${some(missing)}: translate it.`] : []),
      ...(surplus.length > 0
        ? [
            `${file} has ${some(surplus)}, which English has not: take it out, or add it to English.`,
          ]
        : []),
    ]
  })
}
