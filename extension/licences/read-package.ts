import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceOf } from './allowed-licences.ts'

export interface LicensedPackage {
  readonly name: string
  readonly version: string
  /** SPDX. */
  readonly licence: string | null
  /** Where its source is, for people; null where it does not say. */
  readonly source: string | null
  /** Its own file; null where it brings none. */
  readonly text: string | null
}

interface PackageJson {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly repository?: string | { readonly url?: string }
}

const webAddress = (repository: PackageJson['repository']): string | null => {
  const url = typeof repository === 'string' ? repository : repository?.url
  return (
    url
      ?.replace(/^git\+/, '')
      .replace(/^git:/, 'https:')
      .replace(/\.git$/, '') ?? null
  )
}

/** An installed package, from its folder. */
export const readPackage = (folder: string): LicensedPackage => {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as PackageJson
  const file = readdirSync(folder)
    .sort()
    .find((one) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(one))
  return {
    name,
    version,
    licence: licenceOf(name, license),
    source: webAddress(repository),
    text: file === undefined ? null : readFileSync(join(folder, file), 'utf8'),
  }
}
