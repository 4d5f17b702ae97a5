import type { FromPopup } from '../messages/popup-port.ts'
import { askWallet, type Question } from './ask-wallet.ts'

type Export = Extract<FromPopup, { kind: 'export' | 'export-settings' }>

/** The book or the settings as a file; null where the wallet has none, or was stopped before it answered. */
export const askForExport = async (what: Question<Export>): Promise<string | null> =>
  (await askWallet(what, 'exported'))?.text ?? null
