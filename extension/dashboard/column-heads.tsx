import type { TableOrder } from './table-order.ts'

interface ColumnHeadsProps<Key extends string> {
  readonly columns: readonly (readonly [Key, string])[]
  readonly order: TableOrder<Key>
  readonly onPress: (key: Key) => void
}

/** Heads of columns that a table can be sorted by. */
export const ColumnHeads = <Key extends string>(props: ColumnHeadsProps<Key>) => {
  const { columns, order, onPress } = props
  const direction = (key: Key) =>
    order.key === key ? (order.down ? 'descending' : 'ascending') : 'none'
  return (
    <>
      {columns.map(([key, text]) => (
        <th key={key} scope="col" aria-sort={direction(key)}>
          <button type="button" class="sort" onClick={() => onPress(key)}>
            {text}
          </button>
        </th>
      ))}
    </>
  )
}
