/** Unpacked extensions that are measured beside ours, from arguments `NAME=DIR`. */
export const namedExtensions = (args: readonly string[]): (readonly [string, string])[] =>
  args.map((one) => {
    const [name = '', dir = ''] = one.split(/=(.*)/s)
    return [name, dir] as const
  })
