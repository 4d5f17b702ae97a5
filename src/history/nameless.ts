/** The site of amounts that belong to none any more: its history was deleted, or they come from an earlier book. */
export const NAMELESS = ''
