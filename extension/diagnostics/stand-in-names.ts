/** Calls each thing by a number of its own, in the order in which they are first spoken of: `wallet 1`. */
export const standInNames = (kind: string): ((thing: string) => string) => {
  const known: string[] = []
  return (thing) => {
    if (!known.includes(thing)) known.push(thing)
    return `${kind} ${known.indexOf(thing) + 1}`
  }
}
