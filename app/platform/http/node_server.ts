import app from '@adonisjs/core/services/app'
import type { Socket } from 'node:net'
import { createServer, STATUS_CODES, type IncomingMessage, type RequestListener } from 'node:http'
import { GUARDS } from '#app/platform/http/guards'

type Refusal = { status: number; words: string }

const MOST_HEADERS = 200
const SLOWEST_HEAD = 20_000
const PATIENCE = 2_000

const UNREADABLE = { status: 400, words: 'This request is not written as HTTP asks for.' }
const REFUSALS: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: { status: 431, words: 'The headers of this request are too long.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, words: 'This request took too long to arrive.' },
}

/** The server of Node under the framework's: it waits for nobody without end and takes no request of two meanings. */
export function openServer(handle: RequestListener) {
  const slowest = app.config.get<number>('app.requestTimeout') * 1000
  const options = {
    requireHostHeader: false,
    requestTimeout: slowest,
    headersTimeout: Math.min(SLOWEST_HEAD, slowest),
    connectionsCheckingInterval: PATIENCE,
  }
  const server = createServer(options, (request, response) => {
    const refusal = refusalOf(request)
    if (!refusal) return handle(request, response)
    response.writeHead(refusal.status, headersFor(refusal)).end(refusal.words)
  })
  // One more than it takes: Node drops what comes after, and would hide that there was more.
  server.maxHeadersCount = MOST_HEADERS + 1
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Something was answered already: words in the middle of that would be read as a part of it.
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) socket.destroy()
    else socket.end(rawAnswer(REFUSALS[error.code!] ?? UNREADABLE), () => socket.destroy())
  })
  return server
}

function refusalOf({ url, httpVersion, rawHeaders, headersDistinct: { host = [] } }: IncomingMessage) {
  if (rawHeaders.length / 2 > MOST_HEADERS)
    return { status: 431, words: 'This request has too many headers.' }
  if (httpVersion < '1.0') return UNREADABLE
  if (host.length === 0 && httpVersion !== '1.0') return { status: 400, words: 'This request names no host.' }
  if (host.length > 1) return { status: 400, words: 'This request names more than one host.' }
  // Only a proxy is asked for whole addresses.
  return url!.startsWith('/') ? null : { status: 400, words: 'This address must begin with a slash.' }
}

const headersFor = ({ words }: Refusal) => ({
  ...GUARDS,
  'Content-Type': 'text/plain',
  'Content-Length': Buffer.byteLength(words),
  Connection: 'close',
})

function rawAnswer(refusal: Refusal) {
  const head = Object.entries(headersFor(refusal)).map(([name, value]) => `${name}: ${value}`)
  const { status, words } = refusal
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...head, '', words].join('\r\n')
}
