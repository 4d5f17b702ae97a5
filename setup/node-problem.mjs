const numbers = (text) => text.match(/\d+/g).slice(0, 2).map(Number)

/**
 * Why this Node will not do, in a sentence; null if it will.
 * @param {string} version for example `20.20.0`
 * @param {string} range `engines.node` of package.json: `>=20.19`
 */
export const nodeProblem = (version, range) => {
  const [major, minor] = numbers(version)
  const [leastMajor, leastMinor] = numbers(range)
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return null
  return `Tributary needs Node ${leastMajor}.${leastMinor} or newer, and this is Node ${version}. Get a newer one from https://nodejs.org.`
}
