// Browsers' drivers wait for an extension's background; all the work is in the page.
export {}
