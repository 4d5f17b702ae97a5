/** For people: stdout belongs to the result. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
