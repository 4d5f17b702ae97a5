import type { Finding } from './finding.ts'
import { networkError } from './network-error.ts'
import { pointerUrl } from './pointer-url.ts'

/** What the checks know of the network that the page is tested against. */
export interface CheckedNetwork {
  /** What ILP addresses on it begin with, a dot at the end. */
  readonly prefix: string
  /** Pointers to put in while testing. */
  readonly offers: readonly string[]
}

export interface CheckedPointer {
  readonly findings: readonly Finding[]
  /** Whether this network can pay it. */
  readonly payable: boolean
}

const ACCEPT = 'application/spsp4+json, application/spsp+json'
const DEADLINE_MS = 5_000
const SPSP = /^application\/(?:spsp4?\+)?json\s*(?:;|$)/i

const ask = (url: URL): Promise<Response> =>
  fetch(url, { headers: { accept: ACCEPT }, signal: AbortSignal.timeout(DEADLINE_MS) })

const secretBytes = (text: unknown): number =>
  typeof text === 'string' && /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64').length : 0

/** Where the path alone is in another case than the wallet has it. */
const answersInLowerCase = async (url: URL): Promise<string | null> => {
  const lower = new URL(url)
  lower.pathname = url.pathname.toLowerCase()
  if (lower.pathname === url.pathname) return null
  const response = await ask(lower).catch(() => null)
  await response?.body?.cancel()
  return response?.ok ? lower.pathname : null
}

const badStatus = async (response: Response, url: URL): Promise<string> => {
  await response.body?.cancel()
  const lower = response.status === 404 ? await answersInLowerCase(url) : null
  if (lower !== null)
    return `its wallet does not know it, but knows ${lower}: capitals make a difference in a path`
  if (response.status === 404) return 'its wallet does not know it (404); is it spelt right?'
  if (response.status === 406) return 'it does not speak SPSP (406)'
  return `it answers with status ${response.status}`
}

const readJson = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Why a body is no SPSP answer; null where it is one. */
const badBody = (body: Record<string, unknown> | null): string | null => {
  if (body === null) return 'it says that it answers JSON, and does not'
  if (typeof body['destination_account'] !== 'string') {
    if ('authServer' in body || 'resourceServer' in body)
      return 'it answers as an Open Payments wallet address only; its wallet does not offer SPSP, which paying by STREAM needs'
    return 'there is no "destination_account" in its answer, so that is no SPSP'
  }
  if (secretBytes(body['shared_secret']) !== 32)
    return 'the "shared_secret" in its answer is not 32 bytes in base64'
  return null
}

/** Asks a pointer as the wallet does, and says in words what is wrong with it. */
export const checkPointer = async (
  address: string,
  page: string,
  { prefix, offers }: CheckedNetwork,
): Promise<CheckedPointer> => {
  const wrong = (text: string): CheckedPointer => ({
    findings: [{ level: 'wrong', about: address, text }],
    payable: false,
  })
  const url = pointerUrl(address, page)
  if (typeof url === 'string') return wrong(url)
  const response = await ask(url).catch((error: unknown) => networkError(error))
  if (typeof response === 'string') return wrong(`it cannot be asked: ${response}`)
  if (!response.ok) return wrong(await badStatus(response, url))
  const type = response.headers.get('content-type') ?? 'no content type'
  if (!SPSP.test(type)) {
    await response.body?.cancel()
    const page = type.startsWith('text/html') ? ', a page for people' : ''
    return wrong(`it answers ${type}${page}; SPSP is application/spsp4+json`)
  }
  const body = readJson(await response.text().catch(() => ''))
  const bad = badBody(body)
  if (bad !== null) return wrong(bad)

  const findings: Finding[] = []
  const add = (level: Finding['level'], text: string) => {
    findings.push({ level, about: address, text })
  }
  const destination = body?.['destination_account'] as string
  const payable = destination.startsWith(prefix)
  if (payable) add('good', 'it answers, and this network can pay it')
  else {
    add(
      'wrong',
      `it answers, but for ${destination.split('.').slice(0, 2).join('.')}…, which is not on this network and cannot be reached from it. While you test, put one of these in its place: ${offers.join(', ')}`,
    )
  }
  const allowed = response.headers.get('access-control-allow-origin')
  if (allowed !== '*' && allowed !== new URL(page).origin) {
    add(
      'note',
      'its answer has no Access-Control-Allow-Origin for your page. Extensions do not need it; a browser that pays by itself asks in CORS mode, and would be refused',
    )
  }
  if (response.redirected) add('note', `it leads on to ${response.url}`)
  return { findings, payable }
}
