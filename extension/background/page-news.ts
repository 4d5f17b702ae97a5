import type { TagNews as PageNews } from '../messages/page-port.ts'
import type { TagNews } from '../../src/wallet/tag-news.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The wallet's news in the words of the page port: JSON, amounts as decimal strings. */
export const toPageNews = (tag: string, news: TagNews): PageNews => {
  if (news.kind !== 'paid') return { ...news, tag }
  const { url, amount, asset, receipt } = news
  return {
    kind: 'paid',
    tag,
    url,
    amount: amount.toString(),
    assetCode: asset.code,
    assetScale: asset.scale,
    ...(receipt && { receipt: base64(receipt) }),
  }
}
