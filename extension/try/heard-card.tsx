import { TRY_WORDS as words } from '../ui/words/try-words.ts'
import type { HeardEvent } from './use-monetization-link.ts'

interface HeardCardProps {
  readonly heard: readonly HeardEvent[]
}

/** The events by their names in the draft, as a site's author knows them. */
export const HeardCard = ({ heard }: HeardCardProps) => (
  <section class="card welcome-card" aria-labelledby="heard-title">
    <h2 id="heard-title">{words.heard}</h2>
    {heard.length === 0 ? (
      <p class="hint">{words.nothingHeard}</p>
    ) : (
      <ol class="heard" dir="ltr">
        {heard.map(({ key, type, amount }) => (
          <li key={key} data-heard={type}>
            <bdi>{type}</bdi>
            {amount !== null && (
              <bdi class="figure">
                {amount.value} {amount.currency}
              </bdi>
            )}
          </li>
        ))}
      </ol>
    )}
  </section>
)
