import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { bareHost, type Address } from '#app/platform/outbound/safe_http_addresses'
import {
  AnswerTooLargeError,
  NoAnswerError,
  OutgoingRequestError,
  TimedOutError,
  TlsFailedError,
} from '#app/platform/outbound/safe_http_errors'

export type Hop = { url: URL; method: string; headers: Headers; body: Uint8Array | null }
export type Limits = { connectTimeout: number; maxBytes: number; isCut: boolean }

const MAX_HEADER_BYTES = 16_384
const OURS = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'expect',
]
const DECODERS: Partial<Record<string, () => Duplex>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
}

/** One request to exactly the given addresses, and its whole answer. Follows no redirect, knows no proxy, pools nothing. */
export async function exchange(hop: Hop, addresses: Address[], limits: Limits, signal: AbortSignal) {
  const { request } = hop.url.protocol === 'https:' ? https : http
  const outgoing = request(hop.url, {
    method: hop.method,
    headers: headersOf(hop),
    hostname: bareHost(hop.url),
    lookup: only(addresses),
    agent: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    rejectUnauthorized: true,
    signal,
  })
  const progress = watch(outgoing, hop.url, limits)
  try {
    const answered = once(outgoing, 'response', { signal }) as Promise<[IncomingMessage]>
    outgoing.end(hop.body)
    const [incoming] = await answered
    return respond(hop, incoming, await read(incoming, limits, signal))
  } catch (error) {
    throw progress.nameOf(error)
  } finally {
    progress.stop()
    outgoing.destroy()
  }
}

function headersOf({ headers, body }: Hop) {
  const sent = new Headers(headers)
  for (const name of OURS) sent.delete(name)
  if (!sent.has('user-agent')) sent.set('user-agent', 'Latchkey')
  if (!sent.has('accept')) sent.set('accept', '*/*')
  sent.set('accept-encoding', 'gzip, deflate, br')
  if (body) sent.set('content-length', String(body.byteLength))
  return Object.fromEntries(sent)
}

const only =
  (addresses: Address[]): LookupFunction =>
  (_, { all }, callback) => {
    const [first] = addresses
    if (all) callback(null, addresses)
    else callback(null, first.address, first.family)
  }

function watch(outgoing: ClientRequest, url: URL, { connectTimeout }: Limits) {
  let stage: 'connecting' | 'handshake' | 'talking' = 'connecting'
  const timer = setTimeout(() => outgoing.destroy(new TimedOutError()), connectTimeout)
  const talk = () => {
    stage = 'talking'
    clearTimeout(timer)
  }
  outgoing.on('error', () => {})
  outgoing.on('socket', (socket) => {
    if (url.protocol === 'http:') socket.once('connect', talk)
    else socket.once('connect', () => (stage = 'handshake')).once('secureConnect', talk)
  })
  return {
    stop: () => clearTimeout(timer),
    nameOf(error: unknown) {
      if (error instanceof OutgoingRequestError) return error
      if ((error as NodeJS.ErrnoException).code === 'HPE_HEADER_OVERFLOW') return new AnswerTooLargeError()
      return stage === 'handshake' ? new TlsFailedError() : new NoAnswerError()
    },
  }
}

async function read(incoming: IncomingMessage, { maxBytes, isCut }: Limits, signal: AbortSignal) {
  if (!isCut && Number(incoming.headers['content-length']) > maxBytes) throw new AnswerTooLargeError()
  const decoder = DECODERS[encodingOf(incoming)]
  const chunks: Buffer[] = []
  let size = 0
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length
      chunks.push(chunk)
      if (size > maxBytes) throw new AnswerTooLargeError()
    }
  }
  const arrived =
    decoder && incoming.headers['content-length'] !== '0'
      ? pipeline(incoming, decoder(), collect, { signal })
      : pipeline(incoming, collect, { signal })
  await arrived.catch((error) => {
    if (!isCut || !(error instanceof AnswerTooLargeError)) throw error
  })
  return Buffer.concat(chunks).subarray(0, maxBytes)
}

const encodingOf = ({ headers }: IncomingMessage) => (headers['content-encoding'] ?? '').trim().toLowerCase()

function respond({ url, method }: Hop, incoming: IncomingMessage, body: Buffer) {
  const status = incoming.statusCode!
  const headers = new Headers()
  for (let at = 0; at < incoming.rawHeaders.length; at += 2)
    headers.append(incoming.rawHeaders[at], incoming.rawHeaders[at + 1])
  if (encodingOf(incoming) in DECODERS)
    for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  const isEmpty = method === 'HEAD' || [204, 205, 304].includes(status)
  const response = new Response(isEmpty ? null : new Uint8Array(body), { status, headers })
  return Object.defineProperty(response, 'url', { value: url.href })
}
