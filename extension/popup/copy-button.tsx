import { useState } from 'preact/hooks'
import { WALLET_WORDS as words } from '../ui/words/wallet-words.ts'

/** Says beside itself what came of it, until there is another text to copy. */
export const CopyButton = ({ text }: { readonly text: string }) => {
  const [done, setDone] = useState<{ readonly text: string; readonly said: string } | null>(null)
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setDone({ text, said: words.copied }),
      () => setDone({ text, said: words.copyFailed }),
    )
  }
  return (
    <>
      <button type="button" class="quiet" onClick={copy}>
        {words.copy}
      </button>
      <span class="copy-said" role="status">
        {done?.text === text && done.said}
      </span>
    </>
  )
}
