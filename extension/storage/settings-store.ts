import type { SettingsStore } from '../../src/ports/settings-store.ts'
import type { TributaryDatabase } from './schema.ts'

const KEY = 'settings'

export const createSettingsStore = (database: TributaryDatabase): SettingsStore => ({
  load: () => database.get('settings', KEY),
  async save(settings) {
    const transaction = database.transaction('settings', 'readwrite', { durability: 'strict' })
    await Promise.all([transaction.store.put(settings, KEY), transaction.done])
  },
})
