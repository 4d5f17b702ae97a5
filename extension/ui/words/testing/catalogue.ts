import { readFileSync } from 'node:fs'

interface Message {
  readonly message: string
  /** In English only: for those who translate it. */
  readonly description?: string
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>
}
export type Catalogue = Readonly<Record<string, Message>>

export const LOCALES = new URL('../../../../public/_locales/', import.meta.url)

/** What is written in one language, as browsers read it. */
export const readCatalogue = (locale: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, LOCALES), 'utf8')) as Catalogue

let spoken: Catalogue = {}
let language = ''

const getMessage = (key: string, substitutions: readonly string[] = []): string => {
  const { message = '', placeholders = {} } = spoken[key] ?? {}
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = placeholders[name.toLowerCase()]?.content ?? ''
    return content.replace(/\$(\d)/g, (_, at: string) => substitutions[Number(at) - 1] ?? '')
  })
}

/** Gives modules loaded from now on the texts of a language; the browser's own interface may be in another. */
export const speak = (locale: string, shownIn = locale.replace('_', '-')): void => {
  spoken = readCatalogue(locale)
  language = shownIn
}

const api = { runtime: { id: 'test' }, i18n: { getMessage, getUILanguage: () => language } }
Object.assign(globalThis, { browser: api, chrome: api })
