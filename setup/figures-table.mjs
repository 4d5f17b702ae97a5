/** @typedef {{ proof: string, figures: Record<string, string> }} Recorded */

const group = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * The proofs of a run in one table, in columns: what was counted, where, how much; then what several
 * proofs counted, added up.
 * @param {string} lines one Recorded a line, as JSON
 * @returns {string} empty where nothing was recorded
 */
export const figuresTable = (lines) => {
  /** @type {Recorded[]} */
  const recorded = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  if (recorded.length === 0) return ''
  const rows = recorded.flatMap(({ proof, figures }) =>
    Object.entries(figures).map(([name, count]) => ({ proof, name, count: BigInt(count) })),
  )
  const sums = new Map()
  for (const { name, count } of rows) {
    const { proofs = 0, sum = 0n } = sums.get(name) ?? {}
    sums.set(name, { proofs: proofs + 1, sum: sum + count })
  }
  for (const [name, { proofs, sum }] of sums) {
    if (proofs > 1) rows.push({ proof: 'all together', name, count: sum })
  }
  const cells = rows.map(({ proof, name, count }, index) => [
    rows[index - 1]?.proof === proof ? '' : proof,
    name,
    group(count.toString()),
  ])
  const width = (column) => Math.max(...cells.map((row) => row[column].length))
  const [first, second, third] = [width(0), width(1), width(2)]
  return cells
    .map(([proof, name, count]) =>
      [proof.padEnd(first), name.padEnd(second), count.padStart(third)].join('  '),
    )
    .join('\n')
}
