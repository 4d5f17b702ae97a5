import { mayBeShipped } from './allowed-licences.ts'
import type { LicensedPackage } from './read-package.ts'

const LINE = '-'.repeat(80)

const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim()

const headOf = ({ name, version, licence, source }: LicensedPackage): string =>
  `${name} ${version} (${licence})${source === null ? '' : `\n${source}`}`

/**
 * What is shipped beside the code of others. A package without a text of its own must have our licence, whose text is there.
 * Throws, naming the packages, where one may not be shipped.
 */
export const licencesText = (packages: readonly LicensedPackage[], ours: string): string => {
  const refused = packages.filter(({ name, licence }) => !mayBeShipped(name, licence))
  const textless = packages.filter(({ text, licence }) => text === null && licence !== 'Apache-2.0')
  const problems = [
    ...refused.map((one) => `${headOf(one)}: may not be shipped under this licence`),
    ...textless.map((one) => `${headOf(one)}: brings no text of its licence`),
  ]
  if (problems.length > 0)
    throw new Error(`extension/licences/allowed-licences.ts:\n${problems.join('\n')}`)
  const texts = packages.map((one) => {
    const text = one.text === null ? 'The Apache License 2.0, as at the top.' : tidy(one.text)
    return [headOf(one), text] as const
  })
  const sorted = texts.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  return [
    'Tributary (Apache-2.0)',
    tidy(ours),
    'It contains code of these packages, unchanged but for what bundling and minifying do.',
    ...sorted.map(([head, text]) => `${LINE}\n\n${head}\n\n${text}`),
  ]
    .join('\n\n')
    .concat('\n')
}

/** `name@version` of each package that such a text names. */
export const packagesNamed = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(`${LINE}\n\n`)
      .slice(1)
      .map((part) => part.split(' (')[0]!.replace(' ', '@')),
  )
