import type { ConnectTopic } from './help-topic.ts'

const TOPICS: Readonly<Record<ConnectTopic, true>> = {
  'address-malformed': true,
  'address-insecure': true,
  'token-missing': true,
  'token-refused': true,
  unreachable: true,
  'origin-refused': true,
  'not-a-connector': true,
  'answered-otherwise': true,
  'no-asset': true,
  'too-many-connections': true,
}

/** Whether the help says more of what went wrong with a command: it does where a connector was tried. */
export const isConnectTopic = (code: string): code is ConnectTopic => Object.hasOwn(TOPICS, code)
