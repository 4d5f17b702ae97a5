import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
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

/** Deletes the profile if it was a fresh one. */
export function dropProfile({ dir, fresh }: Profile): void {
  if (!fresh) return
  // The browser's last process may still be writing: try again for a moment.
  rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}
