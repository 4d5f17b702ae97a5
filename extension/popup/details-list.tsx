import type { ComponentChildren } from 'preact'

export type DetailsRow = readonly [name: string, value: ComponentChildren]

interface DetailsListProps {
  readonly rows: readonly DetailsRow[]
}

/** Facts with their names; values such as addresses keep their own order in a text from right to left. */
export const DetailsList = ({ rows }: DetailsListProps) => (
  <dl class="details">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    ))}
  </dl>
)
