import { type Attendance, meetingPlace } from './attendance.ts'
import { standBy } from './stand-by.ts'

const attendance = (): Attendance | undefined => {
  if (!meetingPlace.attendance) meetingPlace.loadAttendance?.()
  return meetingPlace.attendance
}

/** Monetized are HTML documents in a secure context (https or loopback), in frames if those around allow it. */
if (isSecureContext) {
  window.addEventListener('message', (event) => meetingPlace.attendance?.onMessage(event), true)
  standBy({
    onFrames: () => attendance()?.answerFrames(),
    onTag: () => attendance()?.attend(),
  })
}
