import { prepareCheckout } from '../setup/prepare-checkout.mjs'

try {
  await prepareCheckout()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  if (process.argv.includes('--json')) {
    const nothing = { browser: null, seconds: 0, asset: null, budget: null, connector: null }
    const report = { ok: false, errors: [error.message], ...nothing, sites: [], screenshot: null }
    process.stdout.write(`${JSON.stringify(report)}\n`)
  }
  process.exit(1)
}
await import('./main.ts')
