import type { FromFrame } from '../frame-port.ts'
import type { FromPage } from '../page-port.ts'
import type { CommandName, Commands, FromPopup } from '../popup-port.ts'

type ByName = { readonly [Name in CommandName]: Commands[Name] }
type ByKind<Message extends { readonly kind: string }> = {
  readonly [Kind in Message['kind']]: Extract<Message, { kind: Kind }>
}

/** A payload of each command; a new command without one does not compile. */
export const PAYLOADS: ByName = {
  connect: { address: 'wss://c.example', username: 'al', token: 'secret', developerMode: true },
  start: { budget: '5' },
  setPayments: { on: true },
  setBudget: { budget: '5' },
  setRate: { perHour: '0.36' },
  setRateTolerance: { percent: '5' },
  setDeveloperMode: { on: false },
  forgetConnection: {},
  acceptAccount: {},
  confirmDate: {},
  repairBook: {},
  payOnce: { origin: 'https://a.example', amount: '0.5' },
  setSiteRule: { origin: 'https://a.example', never: true, perHour: '1', monthlyCap: '' },
  setPageDays: { days: '30' },
  forgetHistory: { what: 'site', site: 'https://a.example' },
  testConnection: { id: 'test.conn.me USD/9' },
  importSettings: { text: 'text' },
  pause: {},
  setNotifications: { on: true },
  setIdlePause: { on: true },
  setPayAudible: { on: true },
  setSiteShare: { percent: '50' },
  addConnection: { address: 'wss://c.example', username: 'al', token: 'secret', use: true },
  useConnection: { id: 'test.conn.me USD/9' },
  renameConnection: { id: 'test.conn.me USD/9', name: 'Mine' },
  removeConnection: { id: 'test.conn.me USD/9' },
  setSiteRules: { origins: 'https://a.example https://b.example', change: 'rate', amount: '1' },
}

export const COMMANDS = Object.keys(PAYLOADS) as CommandName[]

export const commandWith = (name: string, payload: unknown) => ({
  kind: 'command',
  id: 'id',
  name,
  payload,
})

const POPUP: Omit<ByKind<FromPopup>, 'command'> = {
  watch: { kind: 'watch', tabId: 5 },
  sites: { kind: 'sites', all: true },
  export: { kind: 'export', id: 'id' },
  rules: { kind: 'rules', id: 'id' },
  'export-settings': { kind: 'export-settings', id: 'id', withToken: false },
  'preview-import': { kind: 'preview-import', id: 'id', text: 'text' },
}

/** Everything that the popup says. */
export const FROM_POPUP: Readonly<Record<string, unknown>> = {
  ...POPUP,
  ...Object.fromEntries(COMMANDS.map((name) => [name, commandWith(name, PAYLOADS[name])])),
}

/** Everything that a content script says. */
export const FROM_PAGE: ByKind<FromPage> = {
  facts: {
    kind: 'facts',
    visible: true,
    tags: [{ id: 'tag', kind: 'link', address: 'https://wallet.example/alice' }],
  },
  beat: { kind: 'beat' },
}

/** What it says for the frames in it, and of itself as one. */
export const FROM_FRAME: ByKind<FromFrame> = {
  expecting: { kind: 'expecting', token: 'token' },
  holds: {
    kind: 'holds',
    token: 'token',
    element: { iframe: { allow: 'monetization', src: 'https://b.example/', srcdoc: false } },
    policies: ["monetization-src 'self'"],
  },
}
