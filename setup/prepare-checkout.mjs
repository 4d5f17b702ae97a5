import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages } from './install-packages.mjs'
import { nodeProblem } from './node-problem.mjs'
import { ROOT } from './root.mjs'
import { samePackages } from './same-packages.mjs'

const readJson = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'))

const packagesInstalled = () =>
  existsSync(join(ROOT, 'node_modules', '.package-lock.json')) &&
  samePackages(
    readJson('package-lock.json').packages,
    readJson('node_modules', '.package-lock.json').packages,
  )

/** The steps before all others, for which a bare checkout, Node and npm are enough. Afterwards TypeScript can be imported. */
export const prepareCheckout = async () => {
  const problem = nodeProblem(process.versions.node, readJson('package.json').engines.node)
  if (problem !== null) throw new Error(problem)
  if (!packagesInstalled()) {
    process.stderr.write('Installing packages (npm ci), which takes a minute or so\n')
    installPackages()
  }
  const { register } = await import('tsx/esm/api')
  register()
}
