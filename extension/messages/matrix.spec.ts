import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordFigures } from '../../tests/figures/record-figures.ts'
import { doorFor, type Door } from './doors.ts'
import { FRAME_PORT } from './frame-port.ts'
import { PAGE_PORT } from './page-port.ts'
import { parseFromFrame } from './parse-from-frame.ts'
import { parseFromPage } from './parse-from-page.ts'
import { LONGEST_FILE, longestIn, parseFromPopup } from './parse-from-popup.ts'
import { POPUP_PORT } from './popup-port.ts'
import { callersOf, HOUSES, type Who } from './testing/callers.ts'
import {
  COMMANDS,
  commandWith,
  FROM_FRAME,
  FROM_PAGE,
  FROM_POPUP,
  PAYLOADS,
} from './testing/messages.ts'

/** Who reads what comes through each door. */
const PARSERS: Record<Door['kind'], (value: unknown) => unknown> = {
  page: parseFromPage,
  frame: parseFromFrame,
  popup: parseFromPopup,
}

const POPUPS: readonly Who[] = [
  'popup',
  'popup with a query',
  'popup in a tab',
  'dashboard in a tab',
  'dashboard with a fragment',
  'welcome page',
  'help page',
  'try-it page',
  'try-it page in no tab',
]
const DOCUMENTS: readonly Who[] = [
  'content script',
  'content script on this computer',
  'content script of a page named like the popup',
  // Whether a frame may be paid is decided behind its door.
  'content script in a frame',
  'content script in about:srcdoc',
]

/** The whole of it: these are heard from these, through this port; nothing else is from anybody. */
const HEARD: readonly { port: string; who: readonly Who[]; messages: object }[] = [
  { port: POPUP_PORT, who: POPUPS, messages: FROM_POPUP },
  { port: PAGE_PORT, who: [...DOCUMENTS, 'try-it page'], messages: FROM_PAGE },
  { port: FRAME_PORT, who: DOCUMENTS, messages: FROM_FRAME },
]
const PORTS = [POPUP_PORT, PAGE_PORT, FRAME_PORT, 'Popup', 'page ', 'anything', '', '__proto__']

const count = { pairs: 0, heard: 0 }

describe('every message from every kind of sender', () => {
  const messages = HEARD.flatMap(({ port, who, messages: all }) =>
    Object.entries(all).map(([name, message]) => ({
      own: port,
      who,
      name,
      message: message as unknown,
    })),
  )
  it.each(messages)('$name', ({ own, who, message }) => {
    for (const house of HOUSES) {
      for (const [caller, facts] of Object.entries(callersOf(house))) {
        for (const port of PORTS) {
          const door = doorFor(port, facts, house)
          const heard = door && PARSERS[door.kind](message)
          const listed = port === own && who.includes(caller as Who)
          expect(heard, `${caller}, ${port}`).toEqual(listed ? message : null)
          count.pairs += 1
          if (listed) count.heard += 1
        }
      }
    }
  })

  it('was tried with all of them', () => {
    const callers = Object.keys(callersOf(HOUSES[0]!)).length
    recordFigures('messages and senders', {
      'pairs tried': count.pairs,
      'pairs heard': count.heard,
    })
    expect(messages.length).toBe(COMMANDS.length + 10)
    expect(count.pairs).toBe(messages.length * callers * PORTS.length * HOUSES.length)
    const listed = messages.reduce((sum, { who }) => sum + who.length, 0)
    expect(count.heard).toBe(listed * HOUSES.length)
  })

  it('has no other way in', () => {
    const root = new URL('../', import.meta.url)
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    const sources = files.filter(
      (file) => /\.tsx?$/.test(file) && !/\.spec\.ts$|testing\//.test(file),
    )
    const listens = sources.flatMap((file) => {
      const text = readFileSync(new URL(file, root), 'utf8')
      const found = text.match(/\b(?:runtime|extension)\.on(?:Connect|Message)\w*/g) ?? []
      return found.map((name) => `${file} ${name}`)
    })
    expect(listens).toEqual([
      'background/main.ts runtime.onConnect',
      // Only the background can send a message to a tab: the call to open the frame port.
      'content/vouch-for-frames.ts runtime.onMessage',
    ])
    const manifest = readFileSync(new URL('../manifest.json', root), 'utf8')
    expect(manifest).not.toMatch(/externally_connectable|web_accessible_resources/)
  })
})

const RUNS = 10_000

/** Values as they come out of a structured clone, some of them nearly right. */
const value = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constantFrom('', '5', true, false, null, undefined, 'x'.repeat(4096), 'x'.repeat(4097)),
  fc.constant('x'.repeat(LONGEST_FILE + 1)),
  fc.anything({
    maxDepth: 1,
    maxKeys: 2,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
  }),
)
const more = fc.dictionary(
  fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'on', 'budget', 'origin'),
    fc.string(),
  ),
  value,
  { maxKeys: 3 },
)
const isLike = (given: unknown, example: unknown, longest: number): boolean =>
  typeof given === typeof example && !(typeof given === 'string' && given.length > longest)

describe('whatever a command carries', () => {
  it.each(COMMANDS)('%s passes only with its own fields', (name) => {
    const example: Readonly<Record<string, unknown>> = PAYLOADS[name]
    const fields = Object.keys(example)
    const right = fc.record(
      Object.fromEntries(
        fields.map((field) => [
          field,
          typeof example[field] === 'string' ? fc.string() : fc.boolean(),
        ]),
      ),
    )
    const near = fc.record(Object.fromEntries(fields.map((field) => [field, value])), {
      requiredKeys: [],
    })
    const payload = fc.oneof(
      value,
      near,
      fc.tuple(more, near).map(([extra, own]) => ({ ...extra, ...own })),
      fc.tuple(more, right).map(([extra, own]) => ({ ...extra, ...own })),
    )
    const longest = longestIn(name)
    let passed = 0
    const check = (given: unknown): void => {
      const parsed = parseFromPopup(commandWith(name, given))
      const whole =
        typeof given === 'object' &&
        given !== null &&
        fields.every((field) =>
          isLike((given as Record<string, unknown>)[field], example[field], longest),
        )
      if (!whole) {
        expect(parsed).toBeNull()
        return
      }
      passed += 1
      const own = fields.map((field) => [field, (given as Record<string, unknown>)[field]])
      expect(parsed).toEqual(commandWith(name, Object.fromEntries(own)))
      expect(Object.keys((parsed as { payload: object }).payload)).toEqual(fields)
    }
    fc.assert(fc.property(payload, check), { numRuns: RUNS })
    expect(passed).toBeGreaterThan(RUNS / 10)
    expect(RUNS - passed).toBeGreaterThan(RUNS / 10)
  })

  it('is nothing where the rest is not a message', () => {
    const wrong = fc.record({
      kind: fc.oneof(
        fc.constantFrom(
          'command',
          'watch',
          'sites',
          'export',
          'rules',
          'preview-import',
          'facts',
          'beat',
        ),
        value,
      ),
      id: fc.oneof(fc.constant('id'), value),
      name: fc.oneof(fc.constantFrom(...COMMANDS, 'toString', '__proto__', 'constructor'), value),
      payload: fc.oneof(fc.constant(PAYLOADS.connect), value),
      tabId: value,
      all: value,
      text: value,
      visible: value,
      tags: fc.oneof(fc.constant(FROM_PAGE.facts.tags), fc.array(more), value),
    })
    let heard = 0
    const check = (given: Record<string, unknown>): void => {
      const popup = parseFromPopup(given)
      const page = parseFromPage(given)
      if (popup ?? page) heard += 1
      expect(popup && page).toBeNull()
      if (page) expect(['facts', 'beat']).toContain(given['kind'])
      if (popup?.kind === 'command') expect(COMMANDS).toContain(given['name'])
    }
    fc.assert(fc.property(wrong, check), { numRuns: RUNS })
    expect(heard).toBeGreaterThan(100)
    expect(RUNS - heard).toBeGreaterThan(1_000)
    recordFigures('messages and senders', { 'random messages': RUNS * (COMMANDS.length + 1) })
  })

  it('leaves nothing behind on the prototype that all objects share', () => {
    const before = Reflect.ownKeys(Object.prototype)
    for (const message of [...Object.values(FROM_POPUP), ...Object.values(FROM_PAGE)]) {
      const text = JSON.stringify(message).replaceAll('{', '{"__proto__":{"canary":1},')
      const hostile: unknown = JSON.parse(text.replaceAll(',}', '}'))
      const parsed = parseFromPopup(hostile) ?? parseFromPage(hostile)
      expect(parsed).toEqual(message)
      expect(JSON.stringify(parsed)).not.toContain('canary')
    }
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
  })
})
