/** Two years. */
export const DAYS = 730
export const SITES = 5_000
