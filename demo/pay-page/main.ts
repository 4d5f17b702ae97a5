import { whenParentEnds } from '../../setup/when-parent-ends.mjs'
import { say } from '../say.ts'
import type { Order } from './order.ts'
import { payPage } from './pay-page.ts'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop.abort())
// Nobody is there who would end this process.
process.on('disconnect', () => stop.abort())
whenParentEnds(() => stop.abort())

process.once('message', (order: Order) => {
  payPage(order, stop.signal).then(
    () => process.exit(0),
    (error: Error) => {
      if (!stop.signal.aborted) say(error.message)
      process.exit(stop.signal.aborted ? 0 : 1)
    },
  )
})
