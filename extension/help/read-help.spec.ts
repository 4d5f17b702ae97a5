import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { readCatalogue } from '../ui/words/testing/catalogue.ts'
import type { HelpTopic } from './help-topic.ts'
import { readHelp } from './read-help.ts'
import type { Reason } from '../../src/reason/reason.ts'

const source = readFileSync(new URL('../../docs/help.md', import.meta.url), 'utf8')

/** A topic that is none of the reasons does not compile without its line here. */
const OTHER_TOPICS: Readonly<Record<Exclude<HelpTopic, Reason>, true>> = {
  'address-malformed': true,
  'address-insecure': true,
  'token-missing': true,
  unreachable: true,
  'not-a-connector': true,
  'answered-otherwise': true,
  'too-many-connections': true,
  newer: true,
  unreadable: true,
  'page-left': true,
  'below-one-unit': true,
  'site-share': true,
  'other-wallet': true,
  'in-doubt': true,
  'may-repeat': true,
  'no-tag': true,
  'no-page': true,
}

describe('docs/help.md', () => {
  const help = readHelp(source)
  const sections = help.groups.flatMap(({ sections }) => sections)

  it('has a section for every reason and every other topic, and for nothing else', () => {
    const topics = [...Object.keys(REASON_WORDS), ...Object.keys(OTHER_TOPICS)]
    expect(sections.map(({ id }) => id).sort()).toEqual(topics.sort())
  })

  it('says in a few sentences what each is', () => {
    for (const { id, title, html } of sections) {
      const text = html.replaceAll(/<[^>]+>/g, '').trim()
      const sentences = text.split(/[.?](?=\s|$)/).length - 1
      expect(title, id).not.toBe('')
      expect(sentences, id).toBeGreaterThanOrEqual(2)
      expect(sentences, id).toBeLessThanOrEqual(6)
    }
  })

  it('calls buttons and settings by the names that they have', () => {
    const texts = Object.values(readCatalogue('en')).map(({ message }) => message)
    const quoted = [...source.matchAll(/“([^”]+)”/g)].map(([, name]) => name?.replaceAll('\n', ' '))
    expect(quoted.length).toBeGreaterThan(10)
    expect(quoted.filter((name) => !texts.includes(name ?? ''))).toEqual([])
  })
})

describe('what is made differently', () => {
  const section = (text: string): string =>
    `# Help\n\n## Group\n\n<a id="one"></a>\n\n### One\n\n${text}\n`

  it('keeps its parts apart', () => {
    const { title, groups } = readHelp(section('Code: `<b>`. See [this](#one).'))
    expect(title).toBe('Help')
    expect(groups).toEqual([
      {
        title: 'Group',
        lead: '',
        sections: [
          {
            id: 'one',
            title: 'One',
            html: '<p>Code: <code>&lt;b&gt;</code>. See <a href="#one">this</a>.</p>\n',
          },
        ],
      },
    ])
  })

  it.each([
    ['a link to elsewhere', section('[out](https://a.example)'), 'https://a.example'],
    ['a link to a section that is not there', section('[two](#two)'), '#two'],
    ['HTML', section('Some <b>bold</b> words'), '<b>'],
    ['a script', section('<script>1</script>'), '<script>'],
    ['a picture', section('![it](it.png)'), 'it.png'],
    ['a section without an anchor', '# Help\n\n## Group\n\n### One\n', 'no anchor for One'],
    ['an anchor twice', `${section('x')}\n<a id="one"></a>\n\n### Two\n`, 'one twice'],
  ])('refuses %s', (_, markdown, told) => {
    expect(() => readHelp(markdown)).toThrow(told)
  })
})
