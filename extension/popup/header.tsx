import type { ComponentChildren } from 'preact'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { Mark } from './mark.tsx'

export const Header = ({ children }: { readonly children?: ComponentChildren }) => (
  <header class="header">
    <Mark />
    <h1 class="wordmark">{WALLET_WORDS.name}</h1>
    {children}
  </header>
)
