import type { Figures } from './figures.ts'
import { table } from './table.ts'

/** Shows the newest figures on stderr: in place on a terminal, now and then elsewhere. */
export interface LiveTable {
  show(run: Figures, front: string): void
  /** A line below, until the figures are drawn again. */
  note(text: string): void
  /** The last figures, in full and to stay. */
  end(run: Figures): void
}

const EVERY_MS = 10_000

/** After `stop` other words may stand below the figures: they are not drawn over any more. */
export const liveTable = (stop: AbortSignal): LiveTable => {
  const terminal = process.stderr.isTTY
  const started = performance.now()
  let drawn = 0
  let next = 0
  const draw = (lines: readonly string[]): void => {
    // Up to where it was drawn last, and all below that is wiped.
    const back = drawn > 0 && !stop.aborted ? `\x1b[${drawn}A\x1b[J` : ''
    process.stderr.write(`${back}${lines.join('\n')}\n`)
    if (terminal) drawn = rows(lines)
  }
  return {
    show(run, front) {
      const passed = performance.now() - started
      if (!terminal && passed < next) return
      next = passed + EVERY_MS
      draw([`\n${Math.round(passed / 1_000)} s`, ...table(run, front)])
    },
    note(text) {
      process.stderr.write(`${text}\n`)
      if (terminal) drawn += rows([text])
    },
    end: (run) => draw(['', ...table(run, null), '']),
  }
}

/** A line that is too long for the terminal takes several of its rows. */
const rows = (lines: readonly string[]): number => {
  const columns = process.stderr.columns || 80
  return lines
    .flatMap((line) => line.split('\n'))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0)
}
