import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** A stream, whose content has a checksum at its end instead of the hash before it. */
export const IN_CHUNKS = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'

type Account = { service: string; region: string; key: string; secret: string }

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([a-z0-9]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

/** Whether a request bears this account's Signature Version 4 over its content, as AWS publishes it. */
export function isSignedBy({ method, url, headers }: IncomingMessage, body: Buffer, account: Account) {
  const found = FORM.exec(headers.authorization ?? '')
  if (!found) return false
  const [, key, day, region, service, signedHeaders, signature] = found
  const named = signedHeaders.split(';')
  const stated = headers['x-amz-content-sha256']
  const isWhole =
    key === account.key &&
    region === account.region &&
    service === account.service &&
    ['host', 'x-amz-date'].every((name) => named.includes(name)) &&
    (stated === undefined || stated === IN_CHUNKS || stated === sha256(body))
  const lines = named.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}\n`).join('')
  const { pathname, searchParams } = new URL(url!, 'http://host')
  const query = [...searchParams]
    .map((pair) => pair.map(encoded).join('='))
    .sort()
    .join('&')
  const canonical = [method, pathname, query, lines, signedHeaders, stated ?? sha256(body)].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const signingKey = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${account.secret}`
  )
  return isWhole && timingSafeEqual(hmac(signingKey, toSign), Buffer.from(signature, 'hex'))
}

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
