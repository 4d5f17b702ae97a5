/** About as large as browsers let a popup be, in CSS pixels. */
export const POPUP_SIZE = { width: 400, height: 600 } as const
