import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** They wait more than they work: begun first, they are over when the others are. */
const LONGEST = ['faulty-wire', 'random-histories', 'lying-connector', 'killed-everywhere']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.includes(`/${name}.spec.`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: [
      '{src,extension,localnet,browsers,demo,release,setup}/**/*.spec.ts',
      'tests/{connector,docs,simulate,soak}/**/*.spec.ts',
    ],
    // The wallet's words, where a browser would give them.
    setupFiles: ['extension/ui/words/testing/speak-english.ts'],
    // Nobody waits for these who is not in trouble: machines are slow at times, or stand still for seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 45_000 } },
    sequence: { sequencer: LongestFirst },
    // Also where that is all the cores that there are.
    maxWorkers: 2,
  },
})
