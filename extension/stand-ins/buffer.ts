/**
 * The part of Node's `Buffer` that the Interledger packages and the wallet use. An encoding or a method that is not
 * here is an error, never a silent difference. Numbers are big-endian; lengths are bytes, up to 6.
 */

type Encoding = 'utf8' | 'ascii' | 'base64' | 'hex'

const strict = (fits: boolean): void => {
  if (!fits) throw new RangeError('The value or its place is out of range')
}

const lowBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))

const encode = (text: string, encoding: string): Uint8Array<ArrayBuffer> => {
  if (encoding === 'utf8') return new TextEncoder().encode(text)
  if (encoding === 'ascii') return lowBytes(text)
  if (encoding !== 'base64') throw new TypeError(`No such encoding here: ${encoding}`)
  // As lenient as Node: both alphabets, with or without padding, and whatever stands between.
  const [digits = ''] = text.replaceAll('-', '+').replaceAll('_', '/').split('=', 1)
  const sound = digits.replace(/[^A-Za-z0-9+/]/g, '')
  const whole = sound.length % 4 === 1 ? sound.slice(0, -1) : sound
  return lowBytes(atob(whole))
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const letters = (bytes: Uint8Array, mask: number): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte & mask)).join('')

class Bytes extends Uint8Array {
  #view(): DataView {
    return new DataView(this.buffer, this.byteOffset, this.byteLength)
  }

  /** Of the same memory, unlike that of an array. */
  override slice(start?: number, end?: number): this {
    return this.subarray(start, end) as this
  }

  override toString(encoding: Encoding = 'utf8', start = 0, end = this.length): string {
    const bytes = this.subarray(start, end)
    switch (encoding) {
      case 'utf8':
        return decoder.decode(bytes)
      case 'ascii':
        return letters(bytes, 0x7f)
      case 'base64':
        return btoa(letters(bytes, 0xff))
      case 'hex':
        return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
      default:
        throw new TypeError(`No such encoding here: ${encoding as string}`)
    }
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, index) => byte === other[index])
  }

  copy(target: Uint8Array, at = 0): number {
    const bytes = this.subarray(0, Math.max(0, target.length - at))
    target.set(bytes, at)
    return bytes.length
  }

  readUInt8(at = 0): number {
    return this.readUIntBE(at, 1)
  }

  readUInt32BE(at = 0): number {
    return this.readUIntBE(at, 4)
  }

  readUIntBE(at: number, length: number): number {
    strict(at >= 0 && length > 0 && at + length <= this.length)
    return this.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0)
  }

  readIntBE(at: number, length: number): number {
    const value = this.readUIntBE(at, length)
    return value < 2 ** (8 * length - 1) ? value : value - 2 ** (8 * length)
  }

  readBigUInt64BE(at = 0): bigint {
    return this.#view().getBigUint64(at)
  }

  writeUIntBE(value: number, at: number, length: number): number {
    strict(at >= 0 && length > 0 && at + length <= this.length)
    strict(value >= 0 && value < 2 ** (8 * length))
    let rest = Math.trunc(value)
    for (let index = at + length - 1; index >= at; index--) {
      this[index] = rest % 256
      rest = Math.floor(rest / 256)
    }
    return at + length
  }

  writeIntBE(value: number, at: number, length: number): number {
    const half = 2 ** (8 * length - 1)
    strict(value >= -half && value < half)
    return this.writeUIntBE(value < 0 ? value + 2 * half : value, at, length)
  }

  writeBigUInt64BE(value: bigint, at = 0): number {
    strict(BigInt.asUintN(64, value) === value)
    this.#view().setBigUint64(at, value)
    return at + 8
  }
}

type Source = string | ArrayBuffer | ArrayLike<number>

/** Over the same memory where it is given as such; otherwise a copy. */
const from = (source: Source, encoding = 'utf8'): Bytes => {
  if (source instanceof ArrayBuffer) return new Bytes(source)
  if (typeof source !== 'string') return new Bytes(source)
  const { buffer, byteLength } = encode(source, encoding)
  return new Bytes(buffer, 0, byteLength)
}

const concat = (parts: readonly Uint8Array[]): Bytes => {
  const whole = new Bytes(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

interface BytesFactory {
  readonly from: typeof from
  readonly concat: typeof concat
  alloc(length: number): Bytes
  isBuffer(value: unknown): value is Bytes
}

export const Buffer: BytesFactory = Object.assign(Bytes, {
  from,
  concat,
  alloc: (length: number): Bytes => new Bytes(length),
  isBuffer: (value: unknown): value is Bytes => value instanceof Bytes,
})
