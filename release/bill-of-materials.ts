import { licenceOf } from '../extension/licences/allowed-licences.ts'
import { dependenciesOf, nameAt, type LockedPackages } from './lock-file.ts'

const reached = (packages: LockedPackages): ReadonlySet<string> => {
  const paths = new Set<string>()
  const reach = (path: string): void => {
    for (const found of dependenciesOf(packages, path)) {
      if (paths.has(found)) continue
      paths.add(found)
      reach(found)
    }
  }
  reach('')
  return paths
}

const sorted = <Thing>(things: Iterable<Thing>, by: (thing: Thing) => string): readonly Thing[] =>
  [...things].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0))

/**
 * The runtime dependencies as a CycloneDX 1.5 document. `npm sbom --omit dev` leaves out whatever a tool depends on as well, and writes
 * the time and its own version. `scope` is `required` for what is in the bundle (`shipped`, as `name@version`), and `excluded`
 * for what the lock file has and the bundle does not.
 */
export const billOfMaterials = (
  packages: LockedPackages,
  name: string,
  shipped: ReadonlySet<string>,
): string => {
  const refOf = (path: string): string =>
    `${path === '' ? name : nameAt(path)}@${packages[path]?.version}`
  const describe = (path: string, type: string) => {
    const ref = refOf(path)
    const licence = licenceOf(nameAt(path), packages[path]?.license)
    return {
      type,
      'bom-ref': ref,
      name: path === '' ? name : nameAt(path),
      version: packages[path]?.version,
      ...(licence === null ? {} : { licenses: [{ license: { id: licence } }] }),
      purl: `pkg:npm/${ref.replace(/^@/, '%40')}`,
    }
  }
  const hashOf = (path: string) => {
    const [, hash] = /^sha512-(.*)$/.exec(packages[path]?.integrity ?? '') ?? []
    if (hash === undefined) return {}
    return { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }
  }
  // The same version may be there twice, in two folders.
  const paths = new Map([...reached(packages)].map((path) => [refOf(path), path]))
  const libraries = sorted(paths.values(), refOf)
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: describe('', 'application') },
    components: libraries.map((path) => ({
      ...describe(path, 'library'),
      scope: shipped.has(refOf(path)) ? 'required' : 'excluded',
      ...hashOf(path),
    })),
    dependencies: ['', ...libraries].map((path) => ({
      ref: refOf(path),
      dependsOn: sorted(new Set(dependenciesOf(packages, path).map(refOf)), (ref) => ref),
    })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
