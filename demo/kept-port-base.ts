import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePortBlock } from '../localnet/free-port-block.ts'
import { PORT_COUNT } from '../localnet/port-plan.ts'

const FILE = 'tributary-demo-port'

const kept = (file: string): number | null => {
  try {
    return Number(readFileSync(file, 'utf8')) || null
  } catch {
    return null
  }
}

/** The ports that go with a profile: the wallet in it remembers its connector and its sites by them. */
export const keptPortBase = async (profile: string): Promise<number> => {
  const file = join(profile, FILE)
  const before = kept(file)
  if (before !== null) return before
  const base = await freePortBlock(PORT_COUNT)
  mkdirSync(profile, { recursive: true })
  writeFileSync(file, `${base}\n`)
  return base
}
