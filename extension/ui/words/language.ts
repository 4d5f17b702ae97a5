/** The language of every sentence in this folder; numbers and dates are written to match. */
export const LANGUAGE = 'en-GB'
