import { CopyButton } from './copy-button.tsx'

/** A text that has to reach somebody else exactly as it is. */
export const CopyBox = ({ text }: { readonly text: string }) => (
  <div class="copy-box">
    <code dir="ltr">{text}</code>
    <CopyButton text={text} />
  </div>
)
