import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { SiteFile } from '../site-files.ts'
import { acceptsSpsp, answerSpsp } from '../wallets/answer-spsp.ts'
import { answerRecord } from '../wallets/spsp-handler.ts'
import { accountPage } from './account-page.ts'
import { BadInput } from './bad-input.ts'
import type { Account, Home } from './home.ts'
import { html } from './html.ts'
import { overviewPage, type Outcome } from './overview-page.ts'
import { readInput, type Input } from './read-input.ts'
import { receiptAnswer } from './receipt-words.ts'
import { sameOrigin } from './same-origin.ts'
import { splitPage } from './split-page.ts'

export interface HomeFiles {
  /** By path, from `/`. */
  readonly find: (path: string) => SiteFile | undefined
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { ...HEADERS, 'content-type': type })
  response.end(body)
}
const sendPage = (response: ServerResponse, status: number, body: string): void =>
  send(response, status, 'text/html; charset=utf-8', body)
const sendJson = (response: ServerResponse, status: number, body: unknown): void =>
  send(response, status, 'application/json', JSON.stringify(body))

const wantsJson = ({ headers: { accept = '' } }: IncomingMessage): boolean =>
  accept.includes('application/json') && !accept.includes('text/html')

const summary = (home: Home, account: Account) => {
  const { address, url, asset, registered, verified } = account
  const { received, packets } = home.parts.book.record(account.id)
  return { pointer: address, url, asset, registered, verified, received: `${received}`, packets }
}

/**
 * The wallet's pages, forms, and SPSP endpoints.
 *
 *     GET  /                  all pointers
 *     POST /pointers          registers one: name, asset
 *     POST /splits            makes a revenue split: name, shares
 *     POST /receipts          checks a receipt
 *     GET  /name              of a pointer or split: SPSP where that is asked for, otherwise its page
 *     GET  /wallet/name       the page of one of the network's own pointers
 *     GET  /name/record       {"received":"123","packets":4}
 *
 * Who accepts `application/json` and no HTML gets JSON.
 */
export const homeHandler = (home: Home, files: HomeFiles): RequestListener => {
  const overview = (outcome?: Outcome): string => overviewPage(home, new Date(), outcome)

  const register = (input: Input) => {
    const account = home.register(input.text('name'), input.text('asset'))
    return { path: account.path, json: summary(home, account) }
  }
  const split = (input: Input) => {
    const made = home.split(input.text('name'), input.shares())
    const url = home.splitUrl(made)
    return { path: `/${made.name}`, json: { pointer: url.replace('http://', '$'), url } }
  }

  /** What cannot be had is refused in words, above the form that asked for it. */
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    of: Outcome['of'],
    work: (input: Input) => void,
  ): Promise<void> => {
    let input: Input | undefined
    try {
      input = await readInput(request)
      work(input)
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      const { message, status } = error
      if (wantsJson(request)) return sendJson(response, status, { message })
      const markup = html`<p class="alert" role="alert">${message}</p>`
      sendPage(response, status, overview({ of, markup, typed: input?.typed ?? new Map() }))
    }
  }
  const check = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    answer(request, response, 'receipts', ({ text, typed }) => {
      const { json, markup } = receiptAnswer(home, text('receipt'))
      if (wantsJson(request)) sendJson(response, 200, json)
      else sendPage(response, 200, overview({ of: 'receipts', markup, typed }))
    })
  const change = (
    request: IncomingMessage,
    response: ServerResponse,
    of: Outcome['of'],
    work: typeof register | typeof split,
  ): Promise<void> =>
    answer(request, response, of, (input) => {
      const { path, json } = work(input)
      if (wantsJson(request)) sendJson(response, 201, json)
      else response.writeHead(303, { ...HEADERS, location: path }).end()
    })

  const post = (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (!sameOrigin(request))
      return sendJson(response, 403, { message: 'Another page may not do this.' })
    if (path === '/pointers') return change(request, response, 'pointers', register)
    if (path === '/splits') return change(request, response, 'splits', split)
    if (path === '/receipts') return check(request, response)
    return sendJson(response, 405, { message: 'Only GET' })
  }

  const get = (request: IncomingMessage, response: ServerResponse, path: string): void => {
    const file = files.find(path)
    if (file) return send(response, 200, file.type, file.body)
    if (['/pointers', '/splits', '/receipts'].includes(path))
      return void response.writeHead(303, { ...HEADERS, location: '/' }).end()
    if (path === '/') {
      if (!wantsJson(request)) return sendPage(response, 200, overview())
      return sendJson(
        response,
        200,
        home.accounts().map((account) => summary(home, account)),
      )
    }
    if (acceptsSpsp(request)) {
      const issue = home.issuer(path.slice(1))
      if (issue) return answerSpsp(request, response, issue)
    }
    if (path.endsWith('/record')) {
      const account = home.account(path.slice(0, -'/record'.length))
      if (account) return answerRecord(response, home.parts.book, account)
    }
    const account = home.account(path)
    if (account) return sendPage(response, 200, accountPage(home, account, new Date()))
    const found = home.parts.splits.find(path.slice(1))
    if (found) return sendPage(response, 200, splitPage(home, found))
    sendJson(response, 404, { message: 'No such pointer' })
  }

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (request.method === 'POST') await post(request, response, path)
    else if (request.method === 'GET') get(request, response, path)
    else sendJson(response, 405, { message: 'Only GET and POST' })
  }

  return (request, response) => {
    route(request, response).catch((error: Error) => {
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { message: error.message })
    })
  }
}
