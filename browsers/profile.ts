import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A browser profile's folder; a fresh one is deleted after use. */
export interface Profile {
  readonly dir: string
  readonly fresh: boolean
}

/** The profile to keep that was asked for, or a fresh one. */
export function openProfile(dir: string | undefined): Profile {
  if (dir === undefined) {
    return { dir: mkdtempSync(join(tmpdir(), 'tributary-profile-')), fresh: true }
  }
  mkdirSync(dir, { recursive: true })
  return { dir: resolve(dir), fresh: false }
}
