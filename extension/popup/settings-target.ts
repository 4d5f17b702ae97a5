/** Where in the settings an action elsewhere leads. */
export type SettingsTarget = 'budget' | 'rate' | 'connection'
