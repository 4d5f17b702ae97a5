import { attendDocument } from './attend-document.ts'
import { meetingPlace } from './attendance.ts'
import type { ExtensionApi } from './background-line.ts'
import { PagePolicies } from './page-policies.ts'
import { vouchForFrames } from './vouch-for-frames.ts'

// The polyfill would be three times the size of all the rest, in every document.
const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi }
const api = browser ?? chrome

if (api) {
  const policies = new PagePolicies(document.getElementsByTagName('meta'))
  const { answer, catchToken } = vouchForFrames(api, policies)
  meetingPlace.attendance = {
    answerFrames: answer,
    attend() {
      // First: the background asks for the document as soon as it hears of a tag.
      answer()
      attendDocument(api, policies)
    },
    onMessage: catchToken,
  }
}
