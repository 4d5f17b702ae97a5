import type { IconState } from '../icon/icon-look.ts'
import { WELCOME_WORDS as words } from '../ui/words/welcome-words.ts'

/** The one that people hope for first. */
const SHOWN: readonly IconState[] = ['paying', 'paused', 'attention', 'nothing', 'off']

export const TryCard = () => (
  <section class="card welcome-card">
    <h2>{words.tryTitle}</h2>
    <p>{words.tryIt}</p>
    <ul class="icon-list">
      {SHOWN.map((state) => (
        <li key={state}>
          <img src={`/icons/states/${state}-32.png`} alt="" width="24" height="24" />
          <span>{words.icons[state]}</span>
        </li>
      ))}
    </ul>
    <p>
      <a href="/try.html">{words.tryPage}</a>
    </p>
  </section>
)
