/** `npm run test:kills` asks for all of them; `npm test` for as many as it has the time for. */
export const LONG_PROOFS = process.env['TRIBUTARY_KILLS'] === 'full'

/** Backgrounds killed while they pay. Ending the event page of Firefox takes longer. */
export const BACKGROUND_KILLS = LONG_PROOFS
  ? { chrome: 200, firefox: 50 }
  : { chrome: 60, firefox: 20 }

/** Browsers killed with SIGKILL while they pay, one after the other on the same profile. */
export const BROWSER_KILLS = LONG_PROOFS ? 10 : 3
