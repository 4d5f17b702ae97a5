import { useState } from 'preact/hooks'
import { WALLET_WORDS as words } from '../ui/words/wallet-words.ts'

/** A text that has to reach somebody else exactly as it is. */
export const CopyBox = ({ text }: { readonly text: string }) => {
  const [said, say] = useState<string>('')
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => say(words.copied),
      () => say(words.copyFailed),
    )
  }
  return (
    <div class="copy-box">
      <code dir="ltr">{text}</code>
      <button type="button" class="quiet" onClick={copy}>
        {words.copy}
      </button>
      <span class="copy-said" role="status">
        {said}
      </span>
    </div>
  )
}
