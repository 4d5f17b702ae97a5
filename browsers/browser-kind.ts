/** The browsers the wallet is made for; `chrome` stands for any Chromium that loads unpacked extensions. */
export type BrowserKind = 'chrome' | 'firefox'
