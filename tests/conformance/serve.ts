import { parseArgs } from 'node:util'
import { serve } from '../../browsers/fixtures/serve.ts'
import { conformancePages, PAGES } from './fill-in.ts'

const USAGE =
  'npx tsx tests/conformance/serve.ts --address URL --pointer $P [--address2 URL --pointer2 $P]'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: { address: text, pointer: text, address2: text, pointer2: text },
})
const { address, pointer } = values
if (address === undefined || pointer === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}
const { address2 = address, pointer2 = pointer } = values
const { port } = await serve(conformancePages({ address, pointer, address2, pointer2 }))
for (const page of Object.keys(PAGES))
  process.stdout.write(`http://127.0.0.1:${port}/${page}.html\n`)
