import { ACCOUNT_ASSET } from '../../demo/account-asset.ts'
import { amountWords } from '../../demo/amount-words.ts'
import { markdownTable } from '../../bench/markdown-table.ts'
import type { HeapFigures } from './browser/soak-browser.ts'
import type { Sample } from './sample.ts'
import type { Troubles } from './trouble.ts'
import type { Verdict } from './verdict.ts'

const kib = (bytes: number): string => `${Math.round(bytes / 1_024)} KiB`

const heap = ({ objects, compiled, records, listeners, ports, sockets }: HeapFigures): string =>
  [
    compiled === null ? kib(objects) : `${kib(objects)} + ${kib(compiled)} code`,
    ...(records === null ? [] : [`${kib(records)} records`]),
    `${listeners} listeners`,
    ...(ports === null ? [] : [`${ports} ports`]),
    ...(sockets === null ? [] : [`${sockets} sockets`]),
  ].join(', ')

/** One line on the way. */
export const progress = (sample: Sample, { stops, cuts, restarts }: Troubles): string =>
  [
    `${sample.minute.toFixed(1).padStart(5)} min ${sample.phase.padEnd(5)}`,
    `paid ${amountWords(sample.paid, ACCOUNT_ASSET)}`,
    `background: ${heap(sample.background)}`,
    `page: ${heap(sample.page)}`,
    `connector: ${sample.sockets} sockets`,
    `${stops} stops, ${cuts} cuts, ${restarts} connectors`,
  ].join('  ')

const KEPT = new Map([
  [true, 'kept'],
  [false, 'BROKEN'],
  [null, '–'],
])

export const verdictTable = (verdicts: readonly Verdict[]): string =>
  markdownTable(
    ['promise', 'found', ''],
    verdicts.map(({ promise, found, kept }) => [promise, found, KEPT.get(kept) ?? '']),
  )
