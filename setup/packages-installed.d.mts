export function packagesInstalled(root: string): boolean
