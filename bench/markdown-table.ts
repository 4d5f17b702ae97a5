/** The first column is text, all others are figures. */
export const markdownTable = (
  head: readonly string[],
  lines: readonly (readonly string[])[],
): string => {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
