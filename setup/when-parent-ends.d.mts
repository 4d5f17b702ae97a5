export const whenParentEnds: (end: () => void) => void
