import { SITE_RULE_WORDS as words } from '../ui/words/site-rule-words.ts'
import type { Commands } from '../messages/popup-port.ts'
import { CommandError } from './command-error.tsx'
import { useCommand } from './use-command.ts'
import { useWanted } from './use-wanted.ts'
import type { Send } from './wallet-link.ts'

interface PayChoiceProps {
  readonly rule: Commands['setSiteRule']
  readonly send: Send
}

/** Is this site paid at all? */
export const PayChoice = ({ rule, send }: PayChoiceProps) => {
  const { failure, run } = useCommand(send, 'setSiteRule')
  const { shown, want } = useWanted(rule.never, (never) => run({ ...rule, never }))
  const choices = [
    [words.pay, false],
    [words.never, true],
  ] as const
  return (
    <>
      <div class="segments" role="group" aria-label={words.choice}>
        {choices.map(([label, never]) => (
          <button
            key={label}
            type="button"
            aria-pressed={shown === never}
            onClick={() => shown !== never && want(never)}
          >
            {label}
          </button>
        ))}
      </div>
      <CommandError failure={failure} />
    </>
  )
}
