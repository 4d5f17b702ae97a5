/**
 * Whether a `rel` has the keyword `monetization` (draft, "Link type monetization"): its tokens are
 * split on ASCII whitespace and compared without regard to ASCII case, as HTML does for link types.
 */
export const isMonetizationRel = (rel: string): boolean =>
  /(?:^|[\t\n\f\r ])monetization(?:$|[\t\n\f\r ])/i.test(rel)
