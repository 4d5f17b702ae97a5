interface Versions {
  readonly 'package.json': string
  readonly 'package-lock.json': string
  readonly 'manifest.json': string
}

/** What browsers and stores take: up to four numbers. */
const VERSION = /^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){1,3}$/

/** Whether the version has a section of its own, with something in it. */
const isTold = (changelog: string, version: string): boolean => {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((one) => one.startsWith(`[${version}]`)) ?? ''
  return (
    section
      .replace(/^.*/, '')
      .replace(/^#+ .*$/gm, '')
      .trim() !== ''
  )
}

export const versionProblems = (versions: Versions, changelog: string): readonly string[] => {
  const version = versions['manifest.json']
  const others = Object.entries(versions).filter(([, one]) => one !== version)
  return [
    ...(VERSION.test(version)
      ? []
      : [`manifest.json has the version ${version}: stores take numbers with dots between them.`]),
    ...others.map(
      ([file, one]) =>
        `manifest.json has the version ${version}, ${file} has ${one}: make them one.`,
    ),
    ...(isTold(changelog, version)
      ? []
      : [
          `CHANGELOG.md says nothing of ${version}: write its section, "## [${version}] - year-month-day".`,
        ]),
  ]
}
