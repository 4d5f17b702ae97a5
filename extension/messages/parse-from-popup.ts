import { LARGEST_FILE } from '../../src/wallet/settings-file.ts'
import { LONGEST_ORIGINS } from '../../src/wallet/site-rules-command.ts'
import type { CommandName, Commands, FromPopup } from './popup-port.ts'

const LONGEST_TEXT = 4096

type Fields = Record<string, 'string' | 'boolean'>

/** The payload of each command; anything beside these fields is left behind. */
const PAYLOADS: { [Name in CommandName]: Record<keyof Commands[Name], 'string' | 'boolean'> } = {
  connect: { address: 'string', username: 'string', token: 'string', developerMode: 'boolean' },
  start: { budget: 'string' },
  setPayments: { on: 'boolean' },
  setBudget: { budget: 'string' },
  setRate: { perHour: 'string' },
  setRateTolerance: { percent: 'string' },
  setDeveloperMode: { on: 'boolean' },
  forgetConnection: {},
  acceptAccount: {},
  confirmDate: {},
  repairBook: {},
  payOnce: { origin: 'string', amount: 'string' },
  setSiteRule: { origin: 'string', never: 'boolean', perHour: 'string', monthlyCap: 'string' },
  setPageDays: { days: 'string' },
  forgetHistory: { what: 'string', site: 'string' },
  testConnection: { id: 'string' },
  importSettings: { text: 'string' },
  pause: {},
  setNotifications: { on: 'boolean' },
  setIdlePause: { on: 'boolean' },
  setPayAudible: { on: 'boolean' },
  setSiteShare: { percent: 'string' },
  addConnection: { address: 'string', username: 'string', token: 'string', use: 'boolean' },
  useConnection: { id: 'string' },
  renameConnection: { id: 'string', name: 'string' },
  removeConnection: { id: 'string' },
  setSiteRules: { origins: 'string', change: 'string', amount: 'string' },
}

/** A file of settings that is too long for the wallet is still heard, so that somebody can say so. */
export const LONGEST_FILE = 2 * LARGEST_FILE

const LONGEST: Partial<Record<CommandName, number>> = {
  importSettings: LONGEST_FILE,
  setSiteRules: LONGEST_ORIGINS,
}

export const longestIn = (name: CommandName): number => LONGEST[name] ?? LONGEST_TEXT

const pick = (value: unknown, fields: Fields, longest: number): Record<string, unknown> | null => {
  if (typeof value !== 'object' || value === null) return null
  const picked: Record<string, unknown> = {}
  for (const [name, type] of Object.entries(fields)) {
    const field = (value as Record<string, unknown>)[name]
    if (typeof field !== type) return null
    if (typeof field === 'string' && field.length > longest) return null
    picked[name] = field
  }
  return picked
}

/** Null: not a message of the popup port, and to be dropped. */
export const parseFromPopup = (value: unknown): FromPopup | null => {
  if (typeof value !== 'object' || value === null) return null
  const { kind, tabId, id, name, payload, withToken, text, all } = value as Record<string, unknown>
  if (kind === 'watch') {
    return tabId === null || Number.isInteger(tabId)
      ? { kind, tabId: tabId as number | null }
      : null
  }
  if (kind === 'sites') return typeof all === 'boolean' ? { kind, all } : null
  if (typeof id !== 'string' || id.length > LONGEST_TEXT) return null
  if (kind === 'export' || kind === 'rules') return { kind, id }
  if (kind === 'export-settings')
    return typeof withToken === 'boolean' ? { kind, id, withToken } : null
  if (kind === 'preview-import')
    return typeof text === 'string' && text.length <= LONGEST_FILE ? { kind, id, text } : null
  if (kind !== 'command') return null
  if (typeof name !== 'string' || !Object.hasOwn(PAYLOADS, name)) return null
  const picked = pick(payload, PAYLOADS[name as CommandName], longestIn(name as CommandName))
  return picked && ({ kind, id, name, payload: picked } as unknown as FromPopup)
}
