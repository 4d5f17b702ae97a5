import type { HttpGet } from '../ports/http-get.ts'
import type { Engine, EnginePorts } from './engine.ts'
import type { OneTime } from './one-time.ts'
import type { Settings } from './settings.ts'

export interface CommandContext {
  readonly ports: EnginePorts & { readonly httpGet: HttpGet }
  readonly settings: () => Settings
  readonly engine: () => Engine | null
  readonly oneTime: Pick<OneTime, 'pay'>
  /** Asked for the new settings once at once, and again when the changes before this one are done. */
  readonly change: (alter: (now: Settings) => Settings) => Promise<void>
  /** Resolves when what all books were told before is on the disk, or never will be. */
  readonly settled: () => Promise<unknown>
  readonly update: () => void
  /** Called when history was deleted: what views have read of it is out of date. */
  readonly deleted: () => void
}
