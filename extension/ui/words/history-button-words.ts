export const HISTORY_BUTTON_WORDS = { open: 'History' } as const
