import { checkPage } from './check-page.ts'
import type { CheckOrder } from './check-trusting.ts'

// Whoever wants the findings decides what a signal means, and is told nothing by half of them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit(0))

process.once('message', ({ url, network }: CheckOrder) => {
  void checkPage(url, network).then((findings) => {
    process.send?.(findings, () => process.disconnect())
  })
})
