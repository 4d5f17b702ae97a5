import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages } from './install-packages.mjs'
import { nodeProblem } from './node-problem.mjs'
import { packagesInstalled } from './packages-installed.mjs'
import { ROOT } from './root.mjs'

const enginesWanted = () => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines

/** The steps before all others, for which a bare checkout, Node and npm are enough. Afterwards TypeScript can be imported. */
export const prepareCheckout = async () => {
  const problem = nodeProblem(process.versions.node, enginesWanted().node)
  if (problem !== null) throw new Error(problem)
  if (!packagesInstalled(ROOT)) {
    process.stderr.write('Installing packages (npm ci), which takes a minute or so\n')
    installPackages()
  }
  const { register } = await import('tsx/esm/api')
  register()
}
