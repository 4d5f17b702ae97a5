import { expect, it } from 'vitest'
import { REASON_WORDS } from './reason-words.ts'
import { readCatalogue } from './testing/catalogue.ts'

it('says each reason in the popup as the tooltip of the icon, which asks for it by name', () => {
  const english = readCatalogue('en')
  for (const [reason, words] of Object.entries(REASON_WORDS))
    expect(english[`reason_${reason.replaceAll('-', '_')}`]?.message, reason).toBe(words)
})
