import { toldFromJson, type Told } from '../notices/due-notices.ts'
import type { TributaryDatabase } from './schema.ts'

/** Where it is kept what the user has been told. */
export interface ToldStore {
  load(): Promise<Told>
  save(told: Told): Promise<void>
}

const KEY = 'told'

export const createToldStore = (database: TributaryDatabase): ToldStore => ({
  load: async () => toldFromJson(await database.get('settings', KEY)),
  async save(told) {
    await database.put('settings', told, KEY)
  },
})
