import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** What a package of ours has as its dependency. */
const within = (name: string, dependency: string): string =>
  createRequire(createRequire(import.meta.url).resolve(name)).resolve(dependency)

/**
 * For the bundler: what the Interledger packages ask for, and what they are given instead. Node's modules and packages of
 * which they use one function, small, silent, and without `Function(`; and one copy where each brings its own.
 */
export const STAND_INS: readonly { readonly find: RegExp; readonly replacement: string }[] = [
  ...Object.entries({
    assert: here('assert.cjs'),
    crypto: here('crypto.cjs'),
    dateformat: here('dateformat.cjs'),
    debug: here('debug.cjs'),
    eventemitter2: here('eventemitter2.cjs'),
    'ilp-logger': here('ilp-logger.cjs'),
    'oer-utils': within('ilp-packet', 'oer-utils'),
    stream: here('stream.cjs'),
    uuid: here('uuid.cjs'),
    ws: here('ws.cjs'),
    // Its index is there for servers, too.
    'ilp-protocol-stream': within('ilp-protocol-stream', './connection'),
  }).map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement })),
]
