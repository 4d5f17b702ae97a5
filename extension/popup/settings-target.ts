/** Where an action elsewhere leads: into the settings, or into what holds for the site that is shown. */
export type SettingsTarget = 'budget' | 'rate' | 'connection' | 'siteRate' | 'siteCap'
