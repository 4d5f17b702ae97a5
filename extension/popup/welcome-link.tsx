import { WELCOME_WORDS as words } from '../ui/words/welcome-words.ts'

/** For who comes to the popup first. */
export const WelcomeLink = () => (
  <p class="welcome-link">
    <a href="/welcome.html" target="_blank" rel="noopener">
      {words.openGuide}
    </a>
  </p>
)
