import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keptPortBase } from './kept-port-base.ts'

it('stays the same for a profile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-kept-'))
  try {
    const profile = join(folder, 'profile')
    const base = await keptPortBase(profile)
    expect(base).toBeGreaterThan(1024)
    expect(await keptPortBase(profile)).toBe(base)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
