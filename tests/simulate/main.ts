import { parseArgs } from 'node:util'
import { recordFigures } from '../figures/record-figures.ts'
import { runHistory, type History } from './run-history.ts'
import { describeFailures, figuresOf, tallyOf } from './tally.ts'

/**
 * `npm run test:simulate -- --seeds 50000` runs that many histories, from `--from` on;
 * `--seed N` replays one and prints it; `--http` has them over HTTP.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    http: { type: 'boolean', default: false },
  },
})

if (values.seed !== undefined) {
  const history = await runHistory({ seed: Number(values.seed), overHttp: values.http })
  console.log(history)
  process.exit(history.violations.length > 0 ? 1 : 0)
}

const histories: History[] = []
const from = Number(values.from)
const count = Number(values.seeds)
for (let seed = from; seed < from + count; seed++) {
  const history = await runHistory({ seed, overHttp: values.http })
  histories.push(history)
  if (history.violations.length > 0) console.log(describeFailures(tallyOf([history])))
  if (histories.length % 500 === 0) console.error(`${histories.length} of ${count} histories`)
}
const tally = tallyOf(histories)
recordFigures('Simulation', figuresOf(tally))
process.exit(tally.failed.length > 0 ? 1 : 0)
