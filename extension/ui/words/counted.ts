import { LANGUAGE } from './language.ts'
import { message, type MessageKey } from './message.ts'

/** A message of this name holds a form for each plural category that its language has. */
type CountedKey = Extract<MessageKey, `${string}_counted`>

const FORM = /\[(zero|one|two|few|many|other)\]\s*([^[]*)/g
const rules = new Intl.PluralRules(LANGUAGE)

/** The form that goes with the count, of `[one] $COUNT$ site [other] $COUNT$ sites`. */
export const counted = (key: CountedKey, count: number): string => {
  const forms = new Map<string, string>()
  for (const [, category = '', text = ''] of message(key, String(count)).matchAll(FORM))
    forms.set(category, text.trim())
  return forms.get(rules.select(count)) ?? forms.get('other') ?? ''
}
