import { describe, expect, it } from 'vitest'
import { enables, type FramedDocument } from './frame-policy.ts'

const TOP: FramedDocument = { origin: 'https://top.example', url: 'https://top.example/' }
const AD = 'https://ad.example/frame'

const at = (url: string, origin = new URL(url).origin): FramedDocument => ({ url, origin })
const step = (
  allow: string | null,
  { src = AD, srcdoc = false }: { src?: string | null; srcdoc?: boolean } = {},
  child: FramedDocument = at(src ?? 'about:blank', src === null ? TOP.origin : undefined),
  parent = TOP,
): boolean => enables(parent, { iframe: { allow, src, srcdoc } }, child)

describe('allow on a frame of another origin', () => {
  it.each<[string | null, boolean]>([
    [null, false],
    ['', false],
    [' ', false],
    [';', false],
    ['monetization', true],
    [' monetization ', true],
    ['monetization;', true],
    [';monetization', true],
    ['\tmonetization\n', true],
    ['\u000bmonetization', false],
    ['\u00a0monetization', false],
    ['Monetization', false],
    ['MONETIZATION', false],
    ['monetizations', false],
    ['monetization,', false],
    ['monetization, camera', false],
    ['monetization=*', false],
    ['camera', false],
    ['camera monetization', false],
    ['camera; monetization', true],
    ['camera;monetization;microphone', true],
    ["autoplay *; monetization 'src'; camera 'none'", true],
    ['monetization *', true],
    ['monetization * *', true],
    ["monetization 'none' *", true],
    ["monetization 'src'", true],
    ["monetization 'SRC'", true],
    ["monetization 'Src' 'self'", true],
    ['monetization src', false],
    ["monetization 'self'", false],
    ["monetization 'none'", false],
    ["monetization 'NONE'", false],
    ['monetization none', false],
    ["monetization 'none' https://ad.example", true],
    ['monetization https://ad.example', true],
    ['monetization HTTPS://AD.EXAMPLE', true],
    ['monetization https://ad.example/', true],
    ['monetization https://ad.example/other/path?x#y', true],
    ['monetization https://ad.example:443', true],
    ['monetization https://ad.example:8443', false],
    ['monetization http://ad.example', false],
    ['monetization //ad.example', false],
    ['monetization ad.example', false],
    ['monetization https://bad.example', false],
    ['monetization https://example', false],
    ['monetization https://one.example https://ad.example', true],
    ['monetization https://one.example\thttps://two.example', false],
    ['monetization https://*.example', true],
    ['monetization HTTPS://*.Example/', true],
    ['monetization https://*.ad.example', false],
    ['monetization https://*.ample', false],
    ['monetization http://*.example', false],
    ['monetization https://*.example:8443', false],
    ['monetization *.example', false],
    ['monetization https://*', false],
    ['monetization https:', false],
    ['monetization data:,x', false],
    ["monetization *; monetization 'none'", false],
    ["monetization 'none'; monetization", true],
    ["monetization 'none'; camera *", false],
    ['(monetization)', false],
    ['"monetization"', false],
  ])('%j: %s', (allow, expected) => {
    expect(step(allow)).toBe(expected)
  })
})

describe("allow on a frame of the parent's origin", () => {
  it.each<[string | null, boolean]>([
    [null, true],
    ['camera', true],
    ["camera 'none'", true],
    ['monetization', true],
    ["monetization 'self'", true],
    ["monetization 'SELF'", true],
    ['monetization *', true],
    ["monetization 'none'", false],
    ['monetization https://ad.example', false],
    ['monetization https://top.example', true],
  ])('%j: %s', (allow, expected) => {
    expect(step(allow, { src: 'https://top.example/inner' })).toBe(expected)
  })
})

describe('a frame that went elsewhere', () => {
  const elsewhere = at('https://evil.example/')
  it.each<[string, boolean]>([
    ['monetization', false],
    ["monetization 'src'", false],
    ['monetization https://ad.example', false],
    ['monetization https://evil.example', true],
    ['monetization *', true],
  ])('%j: %s', (allow, expected) => {
    expect(step(allow, {}, elsewhere)).toBe(expected)
  })

  it('is measured by what it shows, not by what its element names', () => {
    expect(step(null, { src: 'https://top.example/' }, elsewhere)).toBe(false)
    expect(step(null, {}, at('https://top.example/'))).toBe(true)
  })
})

describe('a frame that its parent filled', () => {
  it.each<[string | null, string, boolean]>([
    [null, 'about:srcdoc', true],
    ['monetization', 'about:srcdoc', true],
    ["monetization 'none'", 'about:srcdoc', false],
    [null, 'about:blank', true],
    ['monetization', 'about:blank#top', true],
  ])('%j at %s: %s', (allow, url, expected) => {
    const srcdoc = url === 'about:srcdoc'
    expect(step(allow, { src: null, srcdoc }, at(url, TOP.origin))).toBe(expected)
  })

  it('is not one that a script address filled', () => {
    const child = at('about:blank', TOP.origin)
    expect(step(null, { src: 'javascript:0' }, child)).toBe(false)
    expect(step(null, { src: 'about:blank' }, child)).toBe(true)
  })
})

describe('a sandboxed frame without an origin', () => {
  const sandboxed = (url: string): FramedDocument => at(url, 'null')
  it.each<[string | null, FramedDocument, boolean]>([
    [null, sandboxed(AD), false],
    ['monetization', sandboxed(AD), true],
    ["monetization 'src'", sandboxed(AD), true],
    ["monetization 'self'", sandboxed(AD), false],
    ['monetization https://ad.example', sandboxed(AD), false],
    ['monetization *', sandboxed(AD), true],
    ['monetization', sandboxed('https://evil.example/'), false],
    ['monetization', sandboxed('about:blank'), false],
    ['monetization *', sandboxed('https://evil.example/'), true],
  ])('%j %j: %s', (allow, child, expected) => {
    expect(step(allow, {}, child)).toBe(expected)
  })

  it('may be filled by its parent', () => {
    const filled = { src: null, srcdoc: true }
    expect(step(null, filled, sandboxed('about:srcdoc'))).toBe(false)
    expect(step('monetization', filled, sandboxed('about:srcdoc'))).toBe(true)
    expect(step('monetization', filled, sandboxed(AD))).toBe(false)
  })

  it('is no kin of a frame in it', () => {
    const parent = sandboxed('https://top.example/')
    expect(step(null, {}, sandboxed(AD), parent)).toBe(false)
    expect(step("monetization 'self'", {}, sandboxed(AD), parent)).toBe(false)
    expect(step('monetization', {}, at(AD), parent)).toBe(true)
  })
})

it.each(['blob:https://top.example/1', 'data:text/html,x', 'javascript:0', 'file:///x', ''])(
  'never enables %j',
  (url) => {
    const child = { url, origin: TOP.origin }
    expect(step('monetization *', { src: url }, child)).toBe(false)
    expect(step(null, { src: url }, child)).toBe(false)
  },
)

it('knows no allow on an object or a frame of a frameset', () => {
  expect(enables(TOP, { iframe: null }, at('https://top.example/x'))).toBe(true)
  expect(enables(TOP, { iframe: null }, at(AD))).toBe(false)
})
