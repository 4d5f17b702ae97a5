import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { STAND_INS } from '../stand-ins/stand-ins.ts'

const ENTRY = fileURLToPath(new URL('libraries.ts', import.meta.url))

/** The Interledger packages with their own dependencies and our stand-ins, as the background has them, and nothing else. */
export const bundleLibraries = async (how: { minify: boolean }): Promise<Rolldown.OutputChunk> => {
  const [built] = (await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: [...STAND_INS] },
    build: {
      ...how,
      write: false,
      target: 'chrome116',
      lib: { entry: ENTRY, formats: ['es'], fileName: 'libraries' },
    },
  })) as Rolldown.RolldownOutput[]
  const chunk = built?.output[0]
  if (!chunk) throw new Error('Nothing was built of the libraries')
  return chunk
}
