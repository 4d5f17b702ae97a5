import { afterEach, expect, it, vi } from 'vitest'
import type { HttpRequest } from '../../src/ports/http-get.ts'
import { httpGet } from './http-get.ts'

afterEach(() => void vi.unstubAllGlobals())

const KIB = 1_024
const request: HttpRequest = {
  url: 'https://wallet.example/alice',
  accept: 'application/spsp4+json',
  deadlineMs: 5_000,
  maxBytes: 16 * KIB,
  wantsBody: () => true,
}

/** A body that counts what is read of it, in pieces of 1 KiB. */
const serve = (kibs: number, init: ResponseInit = {}) => {
  const body = { read: 0, cancelled: false }
  const stream = new ReadableStream(
    {
      pull(controller) {
        if (body.read === kibs * KIB) return controller.close()
        body.read += KIB
        controller.enqueue(new Uint8Array(KIB).fill(0x61))
      },
      cancel() {
        body.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(stream, init))),
  )
  return body
}

it('reads 16 KiB, and no more than one piece beyond', async () => {
  const fits = serve(16)
  expect(await httpGet(request)).toMatchObject({ kind: 'reply', body: 'a'.repeat(16 * KIB) })
  expect(fits.cancelled).toBe(false)
  const endless = serve(Infinity)
  expect(await httpGet(request)).toEqual({ kind: 'failure', why: 'too-large' })
  expect(endless).toEqual({ read: 17 * KIB, cancelled: true })
})

it('reads nothing of a body that is not wanted by its head', async () => {
  const headers = { 'retry-after': '7', date: 'Thu, 01 Jan 1970 00:00:05 GMT' }
  const body = serve(Infinity, { status: 503, headers })
  const wantsBody = vi.fn(() => false)
  const head = { status: 503, url: '', contentType: '', serverTime: 5_000, retryAfter: '7' }
  expect(await httpGet({ ...request, wantsBody })).toEqual({ ...head, kind: 'reply', body: '' })
  expect(wantsBody).toHaveBeenCalledWith(head)
  expect(body).toEqual({ read: 0, cancelled: true })
})

it('names a server that was not done in time, and one that broke off', async () => {
  const never = (_: string, { signal }: RequestInit) =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
    })
  vi.stubGlobal('fetch', never)
  expect(await httpGet({ ...request, deadlineMs: 1 })).toEqual({ kind: 'failure', why: 'too-slow' })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await httpGet(request)).toEqual({ kind: 'failure', why: 'unreachable' })
})

it('sends no cookies and no referrer, and keeps no copy', async () => {
  serve(0)
  await httpGet(request)
  expect(vi.mocked(fetch).mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  })
})
