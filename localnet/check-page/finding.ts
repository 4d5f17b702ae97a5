/** One thing that was seen of a page or a pointer, in words for whoever makes the page. */
export interface Finding {
  /** `wrong`: it is not paid so. `note`: it is, but there is something to know. */
  readonly level: 'wrong' | 'note' | 'good'
  /** The page, or the address as its tag has it. */
  readonly about: string
  readonly text: string
}
