const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const hooks = new Set<() => void>()
let installed = false

function runHooks(): void {
  for (const hook of hooks) hook()
  hooks.clear()
}

function install(): void {
  installed = true
  process.on('exit', runHooks)
  for (const signal of SIGNALS) {
    const onSignal = () => {
      // Whoever else listens decides what the signal means; the exit that follows runs the hooks.
      if (process.listenerCount(signal) > 1) return
      runHooks()
      process.removeListener(signal, onSignal)
      process.kill(process.pid, signal)
    }
    process.on(signal, onSignal)
  }
}

/** Runs a synchronous clean-up should this process end first. Returns the way to take it back. */
export function onProcessExit(hook: () => void): () => void {
  if (!installed) install()
  hooks.add(hook)
  return () => hooks.delete(hook)
}
