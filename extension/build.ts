import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type LogLevel, type Rolldown } from 'vite'
import type { Target } from '../vite.config.ts'
import { foldBackground } from './fold-background.ts'
import { bundledFolders } from './licences/bundled-folders.ts'
import { licencesText } from './licences/licences-text.ts'
import { readPackage } from './licences/read-package.ts'
import { bundleLibraries } from './sizes/bundle-libraries.ts'
import { measureSizes } from './sizes/measure-sizes.ts'
import { outgrown } from './sizes/outgrown.ts'
import { SIZE_BUDGET } from './sizes/size-budget.ts'
import { textCompilers } from './sizes/text-compilers.ts'

/** By file; an extension must not make code of text. */
const compilersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      textCompilers(readFileSync(join(folder, file), 'utf8')).map((found) => `${file}: ${found}`),
    )

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const TARGETS: readonly Target[] = ['chrome', 'firefox']

// The same build everywhere: Vite would make another one where the machine says something else.
process.env['NODE_ENV'] = 'production'

/** Builds the unpacked extension for each browser into dist/, and fails where it outgrew its budget. */
const quiet = process.argv.includes('--quiet')
const logLevel: LogLevel = quiet ? 'warn' : 'info'
const libraries = await bundleLibraries({ minify: true })
for (const target of TARGETS) {
  const built = (await build({ mode: target, logLevel })) as Rolldown.RolldownOutput
  const folder = join(ROOT, 'dist', target)
  await foldBackground(folder)
  const packages = [...bundledFolders(built.output, ROOT)].map(readPackage)
  const licences = licencesText(packages, readFileSync(join(ROOT, 'LICENSE'), 'utf8'))
  writeFileSync(join(folder, 'LICENSES.txt'), licences)
  const sizes = measureSizes(built, folder, libraries)
  if (!quiet)
    for (const { part, bytes } of sizes)
      console.log(`${part.padEnd(12)}${bytes} of ${SIZE_BUDGET[part]} bytes after gzip`)
  const failure = outgrown(sizes, SIZE_BUDGET)
  if (failure !== null) throw new Error(failure)
  const compilers = compilersIn(folder)
  if (compilers.length > 0) throw new Error(`Text is compiled in\n${compilers.join('\n')}`)
}
