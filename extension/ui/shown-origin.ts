/** An origin as people read it: https goes without saying, anything else is said. */
export const shownOrigin = (origin: string): string => origin.replace(/^https:\/\//, '')
