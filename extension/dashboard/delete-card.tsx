import { useState } from 'preact/hooks'
import { CommandError } from '../popup/command-error.tsx'
import { Confirm } from '../popup/confirm.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'

export const DeleteCard = ({ send }: { readonly send: Send }) => {
  const [asking, ask] = useState<'all' | 'pages' | null>(null)
  const { state, failure, run, reset } = useCommand(send, 'forgetHistory')
  const start = (what: 'all' | 'pages') => {
    reset()
    ask(what)
  }
  const remove = (what: string) => {
    ask(null)
    void run({ what, site: '' })
  }
  return (
    <section class="card" aria-labelledby="delete-title">
      <h3 id="delete-title">{words.remove}</h3>
      <p class="hint">{words.removeMeans}</p>
      {asking === null ? (
        <div class="ask-answers">
          <button type="button" class="danger" onClick={() => start('all')}>
            {words.removeAll}
          </button>
          <button type="button" class="secondary" onClick={() => start('pages')}>
            {words.removePages}
          </button>
        </div>
      ) : (
        <Confirm
          yes={words.removeYes}
          no={words.removeNo}
          question={words.removeAsk[asking]}
          onYes={() => remove(asking)}
          onNo={() => ask(null)}
        />
      )}
      <p class="progress" role="status">
        {state === 'done' && words.removed}
      </p>
      <CommandError failure={failure} />
    </section>
  )
}
