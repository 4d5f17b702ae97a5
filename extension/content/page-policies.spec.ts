import { expect, it } from 'vitest'
import { PagePolicies } from './page-policies.ts'

const meta = (content: string, httpEquiv = 'Content-Security-Policy', parent = 'HEAD') =>
  ({ content, httpEquiv, parentNode: { nodeName: parent } }) as unknown as HTMLMetaElement

const look = (...metas: HTMLMetaElement[]): readonly string[] => {
  const policies = new PagePolicies(metas)
  policies.look()
  return policies.texts
}

it('finds the policies in the head that may speak of monetization', () => {
  const texts = look(
    meta("monetization-src 'self'"),
    meta('img-src *; DEFAULT-SRC https:', 'content-security-policy'),
    meta('img-src *'),
    meta('default-src *', 'Content-Security-Policy-Report-Only'),
    meta('default-src *', 'Content-Security-Policy', 'BODY'),
    meta(''),
  )
  expect(texts).toEqual(["monetization-src 'self'", 'img-src *; DEFAULT-SRC https:'])
})

it('keeps what it saw, and tells when there is more', () => {
  const metas = [meta("default-src 'none'")]
  const policies = new PagePolicies(metas)
  expect(policies.look()).toBe(true)
  expect(policies.look()).toBe(false)
  metas[0] = meta('default-src *')
  expect(policies.look()).toBe(true)
  metas.pop()
  expect(policies.look()).toBe(false)
  expect(policies.texts).toEqual(["default-src 'none'", 'default-src *'])
})

it('takes more than it looks at for a no', () => {
  expect(look(meta(`default-src * ${'x'.repeat(5000)}`))).toEqual(["monetization-src 'none'"])
  const many = look(...Array.from({ length: 40 }, (_, i) => meta(`default-src * https://${i}`)))
  expect(many).toHaveLength(16)
  expect(many[15]).toBe("monetization-src 'none'")
})
