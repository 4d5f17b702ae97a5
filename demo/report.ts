import type { BrowserKind } from '../browsers/browser-kind.ts'
import type { Asset } from '../src/money/asset.ts'
import { ACCOUNT_ASSET } from './account-asset.ts'
import type { Figures } from './figures.ts'

/** What a run came to, as far as it got. */
export interface RunResult {
  readonly errors: readonly string[]
  readonly browser?: BrowserKind | undefined
  /** Time that was paid for. */
  readonly seconds?: number | undefined
  /** Of this run. */
  readonly figures?: Figures | undefined
  readonly screenshot?: string | undefined
}

/** The last line of `--json`. Amounts are integers in the smallest unit, as text. */
export interface Report {
  readonly ok: boolean
  readonly errors: readonly string[]
  readonly browser: BrowserKind | null
  readonly seconds: number
  readonly asset: Asset
  readonly budget: { readonly limit: string; readonly spent: string; readonly inDoubt: string }
  readonly connector: { readonly debit: string }
  readonly sites: readonly {
    readonly origin: string
    readonly paymentPointer: string
    readonly sent: string
    readonly delivered: string
    readonly deliveredAsset: Asset
    readonly receiverRecord: string
  }[]
  readonly screenshot: string | null
}

const asset = ({ code, scale }: Asset): Asset => ({ code, scale })

export const report = ({
  errors,
  browser,
  seconds = 0,
  figures,
  screenshot,
}: RunResult): Report => {
  const { limit = 0n, spent = 0n, inDoubt = 0n } = figures?.budget ?? {}
  return {
    ok: errors.length === 0,
    errors,
    browser: browser ?? null,
    seconds: Math.round(seconds * 1_000) / 1_000,
    asset: asset(ACCOUNT_ASSET),
    budget: { limit: `${limit}`, spent: `${spent}`, inDoubt: `${inDoubt}` },
    connector: { debit: `${figures?.debit ?? 0n}` },
    sites: (figures?.tags ?? []).map((tag) => ({
      origin: tag.origin,
      paymentPointer: tag.pointer,
      sent: `${tag.sent}`,
      delivered: `${tag.delivered}`,
      deliveredAsset: asset(tag.asset),
      receiverRecord: `${tag.record}`,
    })),
    screenshot: screenshot ?? null,
  }
}
