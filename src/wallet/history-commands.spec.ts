import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openDatabase } from '../../extension/storage/database.ts'
import { createJournalStore } from '../../extension/storage/journal-store.ts'
import type { PacketId, PeriodId } from '../ledger/entry.ts'
import { openJournal } from '../ledger/journal.ts'
import { sourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { DayId } from '../ports/history-change.ts'
import type { JournalStore } from '../ports/journal-store.ts'
import type { CommandContext } from './command-context.ts'
import { createHistoryCommands, type HistoryCommands } from './history-commands.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

const at = Date.UTC(2026, 10, 30) as EpochMs
const packet = 'p' as PacketId

it.each<[string, (commands: HistoryCommands) => Promise<unknown>]>([
  ['pages are no longer kept', (commands) => commands.setPageDays('0')],
  ['those that are known are deleted', (commands) => commands.forgetHistory('pages', '')],
])('lets a page go that still waits for the disk when %s', async (name, command) => {
  const database = await openDatabase()
  const store = createJournalStore(database)
  let release = (): void => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const journals: JournalStore = {
    ...store,
    async append(...args) {
      await held
      await store.append(...args)
    },
  }
  const mirrors = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() }
  const journal = await openJournal(journals, mirrors, name, { onStopped: () => {} })
  let settings: Settings = { ...DEFAULT_SETTINGS, pageDays: 30 }
  const commands = createHistoryCommands({
    ports: { journals, clock: { wall: () => at } },
    settings: () => settings,
    change: (alter: (now: Settings) => Settings) => {
      settings = alter(settings)
      return Promise.resolve()
    },
    settled: () => journal.settled(),
    update: () => {},
    deleted: () => {},
  } as unknown as CommandContext)

  const period = '2026-11' as PeriodId
  const [condition, receiver, site] = ['c', 'r', 'https://a.example']
  const [amount, day] = [sourceUnits(5n), '2026-11-30' as DayId]
  const sent = { at, packet, period, amount, condition, expiresAt: at, site, receiver, day }
  const writes = [
    journal.write({ kind: 'period', at, period }),
    journal.write({ kind: 'limit', at, limit: sourceUnits(100n) }),
    journal.write({ kind: 'reserve', ...sent }),
  ]
  await new Promise(setImmediate)
  writes.push(journal.write({ kind: 'post', at, packet, delivered: null }, '/secret'))

  const done = command(commands)
  await new Promise(setImmediate)
  release()
  await Promise.all([...writes, done])
  const days = (await database.getAllKeys('days')).filter(([book]) => book === name)
  expect(days).toHaveLength(1)
  expect(await database.getAllKeys('pages')).toEqual([])
})
