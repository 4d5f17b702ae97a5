import type { Manifest } from 'webextension-polyfill'

/** What the manifest asks for; people can take it back, in Firefox for all sites at once. */
export const neededAccess = ({
  host_permissions,
}: Manifest.WebExtensionManifest): { readonly origins: string[] } => ({
  origins: host_permissions ?? [],
})
