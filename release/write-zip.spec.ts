import { unzipSync } from 'fflate'
import { afterEach, expect, it, vi } from 'vitest'
import { writeZip } from './write-zip.ts'
import type { ZipEntry } from './zip-entry.ts'

const entry = (path: string, text: string, executable = false): ZipEntry => ({
  path,
  bytes: new TextEncoder().encode(text),
  executable,
})
const ENTRIES = [
  entry('manifest.json', '{}'),
  entry('icons/16.png', 'x'.repeat(1_000)),
  entry('Z.txt', 'capitals come first'),
  entry('404', 'a name that is a number'),
  entry('bin/run', 'exit 0', true),
]

afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

it('gives the same bytes for any order, at any time, in any zone', () => {
  const first = writeZip(ENTRIES)
  vi.useFakeTimers({ now: new Date('2031-07-01T12:00:00Z') })
  vi.stubEnv('TZ', 'Pacific/Kiritimati')
  expect(writeZip([...ENTRIES].reverse())).toEqual(first)
  expect(writeZip([entry('manifest.json', '{ }'), ...ENTRIES.slice(1)])).not.toEqual(first)
})

it('holds what it was given', () => {
  const held = unzipSync(writeZip(ENTRIES))
  expect(Object.keys(held).sort()).toEqual(ENTRIES.map(({ path }) => path).sort())
  for (const { path, bytes } of ENTRIES) expect(held[path], path).toEqual(bytes)
})

it('says in the directory who may be run, and a time that is nobody’s', () => {
  const zip = Buffer.from(writeZip([entry('run', '', true), entry('read', '')]))
  const heads = [zip.indexOf('PK\x01\x02'), zip.lastIndexOf('PK\x01\x02')]
  expect(heads.map((at) => zip.readUInt16LE(at + 40).toString(8))).toEqual(['100644', '100755'])
  for (const at of heads) {
    expect(zip.readUInt16LE(at + 12)).toBe(0)
    expect(zip.readUInt16LE(at + 14)).toBe((1 << 5) | 1)
  }
})

it('refuses two files of one name', () => {
  expect(() => writeZip([entry('a', ''), entry('a', '')])).toThrow('a is there twice')
})
