import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LOCALES, readCatalogue } from './testing/catalogue.ts'

const english = readCatalogue('en')
const locales = readdirSync(LOCALES)

const filesUnder = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))

const extension = fileURLToPath(new URL('../../', import.meta.url))
const manifest = readFileSync(join(extension, '../manifest.json'), 'utf8')
const code = filesUnder(extension).join('\n')

const named = (text: string): string[] =>
  [...new Set(text.match(/\$\w+\$/g))].map((name) => name.slice(1, -1).toLowerCase()).sort()

const formsOf = (text: string): string[] => text.match(/(?<=\[)\w+(?=\])/g) ?? []

/** The plural categories that whole numbers have in a language: Spanish has another one for millions. */
const categories = (language: string): string[] => {
  const rules = new Intl.PluralRules(language)
  return [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))].sort()
}

it('holds no sentence that nobody says', () => {
  const unsaid = Object.keys(english).filter(
    (key) => !code.includes(`'${key}'`) && !manifest.includes(`__MSG_${key}__`),
  )
  expect(unsaid).toEqual([])
})

it('explains every sentence to those who translate it', () => {
  for (const [key, { description }] of Object.entries(english))
    expect(description, key).toBeTruthy()
})

describe.each(locales)('%s', (locale) => {
  const catalogue = readCatalogue(locale)
  const texts = Object.entries(catalogue)

  it('has the sentences of English, no more and no less, in the same order', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english))
  })

  it('has the same placeholders, and uses them', () => {
    for (const [key, { message, placeholders = {} }] of texts) {
      const contents = (of: typeof placeholders) =>
        Object.entries(of).map(([name, { content }]) => [name, content])
      expect(contents(placeholders), key).toEqual(contents(english[key]?.placeholders ?? {}))
      expect(named(message), key).toEqual(Object.keys(placeholders).sort())
    }
  })

  it('has a form for each plural of the language', () => {
    for (const [key, { message }] of texts)
      expect(formsOf(message).sort(), key).toEqual(
        key.endsWith('_counted') ? categories(catalogue['language_tag']?.message ?? '') : [],
      )
  })

  it('names itself as its folder, and is as short as stores want it', () => {
    expect(catalogue['language_tag']?.message).toBe(locale.replace('_', '-'))
    expect(catalogue['language_direction']?.message).toBe(locale === 'ar' ? 'rtl' : 'ltr')
    expect(catalogue['extension_description']?.message.length).toBeLessThanOrEqual(132)
  })

  it('leaves no whole sentence in English', () => {
    if (locale === 'en') return
    const left = texts.filter(
      ([key, { message }]) => message === english[key]?.message && message.split(' ').length > 4,
    )
    expect(left).toEqual([])
  })
})
