import { failureWords } from '../ui/words/failure-words.ts'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { Switch } from './switch.tsx'
import { useCommand } from './use-command.ts'
import { useWanted } from './use-wanted.ts'
import type { Send } from './wallet-link.ts'

interface PaymentsSwitchProps {
  readonly on: boolean
  readonly send: Send
}

export const PaymentsSwitch = ({ on, send }: PaymentsSwitchProps) => {
  const { failure, run } = useCommand(send, 'setPayments')
  const { shown, want } = useWanted(on, (wanted) => run({ on: wanted }))
  return (
    <>
      <Switch label={WALLET_WORDS.payments} on={shown} onChange={want} />
      {failure !== null && (
        <p class="header-error error" role="alert">
          {failureWords(failure)}
        </p>
      )}
    </>
  )
}
