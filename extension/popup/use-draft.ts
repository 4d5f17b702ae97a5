import { useState } from 'preact/hooks'

/** Text of a field that follows the wallet until somebody types into it. */
export const useDraft = (kept: string) => {
  const [typed, setTyped] = useState<string | null>(null)
  return { text: typed ?? kept, type: setTyped, drop: () => setTyped(null) }
}
