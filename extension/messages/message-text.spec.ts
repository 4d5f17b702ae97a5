import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { REASON_WORDS } from '../ui/words/reason-words.ts'

const messages = JSON.parse(
  readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<string, { message: string }>

it('has the sentence of every reason for the tooltip', () => {
  const sentences = Object.entries(REASON_WORDS).map(([reason, sentence]) => [
    `reason_${reason.replaceAll('-', '_')}`,
    sentence,
  ])
  expect(messages).toMatchObject(
    Object.fromEntries(sentences.map(([key, message]) => [key, { message }])),
  )
})
