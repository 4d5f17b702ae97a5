/** What a person asked for and cannot have; the message says why, in words for that person. */
export class BadInput extends Error {
  /** Of the HTTP answer that says so. */
  readonly status: 413 | 422

  constructor(message: string, status: 413 | 422 = 422) {
    super(message)
    this.status = status
  }
}
