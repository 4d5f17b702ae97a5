import type { DocumentFacts } from '../../src/wallet/tab-documents.ts'

/** A page that is looked at, with a tag for each of these addresses: `tag 0`, `tag 1` and so on. */
export const shownPage = (...addresses: string[]): DocumentFacts => ({
  tab: 1,
  site: 'https://blog.example',
  visible: true,
  tags: addresses.map((address, index) => ({ id: `tag ${index}`, address })),
})
