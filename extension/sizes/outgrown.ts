import type { PartSize } from './measure-sizes.ts'
import type { Part } from './size-budget.ts'

/** As many as tell where the bytes are. */
const LISTED = 8

/** What is wrong with a build, in words; null where every part is inside its budget. */
export const outgrown = (
  sizes: readonly PartSize[],
  budget: Readonly<Record<Part, number>>,
): string | null => {
  const over = sizes.filter(({ part, bytes }) => bytes > budget[part])
  if (over.length === 0) return null
  return over
    .map(({ part, bytes, modules }) =>
      [
        `${part} has ${bytes} bytes after gzip; its budget (extension/sizes/size-budget.ts) is ${budget[part]}.`,
        ...modules.slice(0, LISTED).map(([name, size]) => `${String(size).padStart(9)}  ${name}`),
      ].join('\n'),
    )
    .join('\n')
}
