export const nodeProblem: (version: string, range: string) => string | null
