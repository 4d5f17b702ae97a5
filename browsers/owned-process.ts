import { watchForOurDeath } from './death-watch.ts'
import { onProcessExit } from './exit-hook.ts'
import { killProcessTree, processTreeEnded } from './kill-process-tree.ts'
import { dropProfile, type Profile } from './profile.ts'

const GRACE_MS = 10_000
/** What is kept is to be written to its end, on slow machines too. */
const KEPT_GRACE_MS = 30_000

/** A browser's process group and its profile: neither outlives us, and a fresh profile not the browser. */
export class OwnedProcess {
  readonly pid: number
  readonly profile: Profile
  readonly #forget: () => void
  readonly #callOffWatch: () => void

  constructor(pid: number, profile: Profile) {
    this.pid = pid
    this.profile = profile
    this.#callOffWatch = watchForOurDeath(pid, profile)
    this.#forget = onProcessExit(() => {
      killProcessTree(pid)
      dropProfile(profile)
    })
  }

  /** Waits for a browser that was asked to quit, and kills it if it does not. */
  async ended(): Promise<void> {
    const grace = this.profile.fresh ? GRACE_MS : KEPT_GRACE_MS
    if (!(await processTreeEnded(this.pid, grace))) await this.kill()
    this.#release()
  }

  async kill(): Promise<void> {
    killProcessTree(this.pid)
    await processTreeEnded(this.pid, GRACE_MS)
    this.#release()
  }

  #release(): void {
    this.#forget()
    this.#callOffWatch()
    dropProfile(this.profile)
  }
}
