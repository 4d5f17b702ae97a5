import browser from 'webextension-polyfill'

/** What the manifest asks for; people can take it back, in Firefox for all sites at once. */
export const NEEDED_ACCESS = { origins: browser.runtime.getManifest().host_permissions ?? [] }
