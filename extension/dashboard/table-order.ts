/** By which column a table is sorted, and which way. */
export interface TableOrder<Key extends string> {
  readonly key: Key
  readonly down: boolean
}

/** The column that is pressed; once more turns it round. Addresses begin with the first, all else with the most. */
export const pressedColumn = <Key extends string>(
  order: TableOrder<Key>,
  key: Key,
): TableOrder<Key> => ({ key, down: order.key === key ? !order.down : key !== 'site' })
