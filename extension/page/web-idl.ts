import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  NativeObject,
  NativeTypeError,
  toWellFormed,
} from './primordials.ts'

/** Web IDL, "JavaScript type mapping": a value of the page's as one of the type, or an error thrown. */
export type Convert<T> = (value: unknown) => T

/** Throws for a symbol, unlike `String`. */
export const toDomString: Convert<string> = (value) => `${value as string}`

export const toUsvString: Convert<string> = (value) => apply(toWellFormed, toDomString(value), [])

/** Throws for a bigint; what is out of range wraps around. */
export const toOctet: Convert<number> = (value) => +(value as number) & 255

export const nullable =
  <T>(convert: Convert<T>): Convert<T | null> =>
  (value) =>
    value === null ? null : convert(value)

/** A required member of what has to be a dictionary. */
export const requiredMember = <T>(dictionary: unknown, name: string, convert: Convert<T>): T => {
  const given = dictionary ?? {}
  if (NativeObject(given) !== given)
    throw new NativeTypeError('The provided value is not a dictionary')
  const value = (given as Record<string, unknown>)[name]
  if (value === undefined) throw new NativeTypeError(`Required member ${name} is undefined`)
  return convert(value)
}

/** Gives a class what the interface of this name has (Web IDL, "Interfaces" and "Attributes"). */
export const asInterface = <T extends { readonly prototype: object }>(name: string, made: T): T => {
  const { prototype } = made
  for (const key of Object.getOwnPropertyNames(prototype))
    if (key !== 'constructor')
      defineProperty(prototype, key, {
        ...getOwnPropertyDescriptor(prototype, key),
        enumerable: true,
      })
  defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true })
  // Minifying renames the class itself.
  defineProperty(made, 'name', { value: name, configurable: true })
  return made
}
