import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockedPackage {
  readonly version: string
  /** `sha512-…` in base64. */
  readonly integrity?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** By path: '' is the project itself. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>

export const readLock = (root: string): LockedPackages =>
  (
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: LockedPackages
    }
  ).packages

export const nameAt = (path: string): string => path.replace(/^.*node_modules\//, '')

const pathOf = (names: readonly string[]): string =>
  names.map((name) => `node_modules/${name}`).join('/')

/** Paths of what the package at `path` asks for, each where Node would find it. */
export const dependenciesOf = (packages: LockedPackages, path: string): readonly string[] => {
  const { dependencies, optionalDependencies } = packages[path] ?? {}
  const folders = path.split(/(?:^|\/)node_modules\//).slice(1)
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) => {
    const places = [...folders, ''].map((_, up) =>
      pathOf([...folders.slice(0, folders.length - up), name]),
    )
    return places.find((place) => packages[place]) ?? []
  })
}
