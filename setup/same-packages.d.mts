interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly optional?: boolean
}

type Packages = Readonly<Record<string, LockedPackage>>

export const samePackages: (wanted: Packages, installed: Packages) => boolean
