import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { samePackages } from './same-packages.mjs'

const packagesIn = (...path) => JSON.parse(readFileSync(join(...path), 'utf8')).packages

/**
 * Whether a checkout has what its lock file asks for.
 * @param {string} root
 */
export const packagesInstalled = (root) =>
  existsSync(join(root, 'node_modules', '.package-lock.json')) &&
  samePackages(
    packagesIn(root, 'package-lock.json'),
    packagesIn(root, 'node_modules', '.package-lock.json'),
  )
