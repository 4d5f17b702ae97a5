/** Where the wallet's settings are kept, the access token among them: out of reach of content scripts. */
export interface SettingsStore {
  load(): Promise<unknown>
  save(settings: unknown): Promise<void>
}
