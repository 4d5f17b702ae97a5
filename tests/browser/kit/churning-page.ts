import { RECORDER } from './heard.ts'

/**
 * A page whose script changes its tags as fast as it is told: adds one with an address that was never there,
 * takes the oldest away, leads one elsewhere, switches one off or on. Half of them are in the head.
 */
export const churningPage = (wish: {
  readonly origins: readonly string[]
  /** Paid all the while. */
  readonly steady: string
  /** Taken away by `leave()`. */
  readonly leaving: string
  readonly changesPerSecond: number
}): string => `<!doctype html><title>Churn</title>${RECORDER}
<link rel="monetization" id="steady" href="${wish.steady}">
<link rel="monetization" id="leaving" href="${wish.leaving}">
<body><script>
  const origins = ${JSON.stringify(wish.origins)}
  const links = []
  window.changes = 0
  const madeUp = () => origins[changes % origins.length] + '/' + changes
  const acts = [
    () => {
      const link = document.createElement('link')
      link.rel = 'monetization'
      link.href = madeUp()
      links.push(link)
      ;(changes % 8 ? document.body : document.head).append(link)
    },
    () => links.length > 40 && links.shift().remove(),
    () => (links[changes % links.length].href = madeUp()),
    () => (links[changes % links.length].disabled = !links[changes % links.length].disabled),
  ]
  const began = performance.now()
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * ${wish.changesPerSecond}
    while (changes < due) acts[changes++ % acts.length]()
  }, 10)
  window.leave = () => document.getElementById('leaving').remove()
  window.rest = () => clearInterval(timer)
</script>`
