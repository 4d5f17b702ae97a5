/** A large figure with its code set smaller, for `12.34 USD`. */
export const Amount = ({ text }: { readonly text: string }) => {
  const gap = text.indexOf(' ')
  return (
    <p class="amount">
      {text.slice(0, gap)} <span class="amount-code">{text.slice(gap + 1)}</span>
    </p>
  )
}
