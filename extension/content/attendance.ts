/** What a document needs once it has a tag or a frame. */
export interface Attendance {
  /** From now on the background is heard when it asks for the frames of this document. Once or more. */
  answerFrames(): void
  /** The document has a tag. */
  attend(): void
  /** A message to the window, before any listener of the page. */
  onMessage(event: MessageEvent): void
}

/**
 * Where the two scripts of a document meet: a world which no page sees. The one with all that a tag needs is a function
 * there (later-script.ts), so that most documents only read over it.
 */
export const meetingPlace = globalThis as typeof globalThis & {
  loadAttendance?: () => void
  attendance?: Attendance
}
