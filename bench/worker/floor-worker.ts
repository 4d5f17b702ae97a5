import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFloor } from '../floor-extension.ts'
import { ANSWERED_PORT } from './ports.ts'

/** As little as a background can have that answers. */
const WORKER = `chrome.runtime.onConnect.addListener((port) => {
  if (port.name === '${ANSWERED_PORT}') port.postMessage(0)
  else port.disconnect()
})
`

/** The floor, whose worker refuses and answers ports as ours does. The folder is to be deleted. */
export const makeFloorWorker = (built: string): string => {
  const dir = makeFloor(built)
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
    readonly background: { readonly service_worker: string }
  }
  writeFileSync(join(dir, manifest.background.service_worker), WORKER)
  return dir
}
