import { runHistory } from './run-history.ts'
const from = Number(process.argv[2] ?? 1)
const count = Number(process.argv[3] ?? 1)
const started = performance.now()
let bad = 0
for (let seed = from; seed < from + count; seed++) {
  const history = await runHistory({ seed })
  if (history.violations.length > 0) {
    bad++
    console.log(
      seed,
      history.violations.slice(0, 3),
      [...history.faults].join(' '),
      history.receivers.join(),
    )
  }
  if (count < 5) console.log(history)
}
console.log(count, 'seeds', bad, 'bad', Math.round(performance.now() - started), 'ms')
