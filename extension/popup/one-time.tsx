import { useEffect, useRef, useState } from 'preact/hooks'
import type { AmountFailure } from '../../src/money/parse-amount.ts'
import { parseAmount } from '../../src/money/parse-amount.ts'
import type { BudgetSnapshot, OneTimeSnapshot, PageSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { ONE_TIME_WORDS as words } from '../ui/words/one-time-words.ts'
import { AmountField } from './amount-field.tsx'
import { CommandError } from './command-error.tsx'
import { OneTimeResult } from './one-time-result.tsx'
import type { Outcome } from './outcome.ts'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface OneTimeProps {
  readonly page: PageSnapshot
  readonly oneTime: OneTimeSnapshot | null
  readonly budget: BudgetSnapshot
  /** The field is shown; without it only what came of the last payment. */
  readonly typing: boolean
  readonly tabId: number | null
  readonly send: Send
}

/** What is known to be wrong before anybody is asked; the wallet has the last word. */
const firstFailure = (
  read: bigint | AmountFailure,
  { rule, month }: PageSnapshot,
  { asset, left }: BudgetSnapshot,
): Outcome => {
  const field = 'amount'
  if (read === 'amount-too-fine') return { code: read, field, scale: asset.scale }
  if (typeof read === 'string') return { code: read, field }
  if (read === 0n) return { code: 'amount-zero', field }
  if (read > BigInt(left)) return { code: 'beyond-budget', field }
  const { monthlyCap } = rule
  const had = BigInt(month.sent) + BigInt(month.open)
  if (monthlyCap !== null && read + had > BigInt(monthlyCap))
    return { code: 'beyond-site-cap', field }
  return null
}

/** One payment by hand: an amount, a question, and exactly what came of it. */
export const OneTime = (props: OneTimeProps) => {
  const { page, oneTime, budget, typing, tabId, send } = props
  const { asset } = budget
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<Outcome>(null)
  const [asking, setAsking] = useState<bigint | null>(null)
  const { state, failure, run, reset } = useCommand(send, 'payOnce')
  const field = useRef<HTMLInputElement>(null)
  const no = useRef<HTMLButtonElement>(null)
  useEffect(() => no.current?.focus(), [asking])

  const ask = (event: SubmitEvent) => {
    event.preventDefault()
    if (state === 'busy') return
    const read = parseAmount(text, asset.scale)
    const outcome = firstFailure(read, page, budget)
    setWrong(outcome)
    if (typeof read === 'bigint' && outcome === null) setAsking(read)
    else field.current?.focus()
  }
  const pay = async () => {
    setAsking(null)
    // The button that was pressed goes.
    field.current?.focus()
    if ((await run({ origin: page.origin, amount: text })) === null) setText('')
  }
  const type = (typed: string) => {
    setText(typed)
    setWrong(null)
    setAsking(null)
    reset()
  }
  const shown = wrong ?? failure
  const amount = asking === null ? null : formatAmount(asking.toString(), asset)
  return (
    <div class="one-time">
      {typing && (
        <form class="amount-setting" onSubmit={ask} noValidate>
          <AmountField
            label={words.amount}
            value={text}
            onType={type}
            unit={asset.code}
            hint={words.amountMeans}
            failure={shown?.field === null ? null : shown}
            field={field}
          />
          <button type="submit" class="secondary" aria-disabled={state === 'busy'}>
            {words.next}
          </button>
        </form>
      )}
      {amount !== null && (
        <div class="ask" role="group" aria-labelledby="once-asks">
          <p id="once-asks">{words.asks(amount, shownOrigin(page.origin))}</p>
          <div class="ask-answers">
            <button type="button" class="primary" onClick={() => void pay()}>
              {words.yes(amount)}
            </button>
            <button
              type="button"
              class="secondary"
              ref={no}
              onClick={() => (setAsking(null), field.current?.focus())}
            >
              {words.no}
            </button>
          </div>
        </div>
      )}
      {shown?.field === null && (
        <CommandError
          failure={shown}
          tabId={tabId}
          {...(shown.code === 'interrupted' && { told: words.interrupted })}
        />
      )}
      <OneTimeResult payment={asking === null ? oneTime : null} {...{ asset, tabId }} />
    </div>
  )
}
