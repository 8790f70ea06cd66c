import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** A stream, whose content has a checksum at its end instead of the hash before it. */
export const IN_CHUNKS = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'

type Account = { service: string; region: string; key: string; secret: string }

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+\/\d{8}\/[^/]+\/[a-z0-9]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

type Claim = {
  credential: string
  date: string
  signedHeaders: string
  signature: string
  /** The hash of the content, or what stands in its place. */
  content: string
  query: [name: string, value: string][]
}

/** Whether a request bears this account's Signature Version 4 over its content, as AWS publishes it. */
export function isSignedBy(request: IncomingMessage, body: Buffer, account: Account) {
  const { headers, url } = request
  const found = FORM.exec(headers.authorization ?? '')
  if (!found) return false
  const [, credential, signedHeaders, signature] = found
  const stated = headers['x-amz-content-sha256'] as string | undefined
  const isOfContent = stated === undefined || stated === IN_CHUNKS || stated === sha256(body)
  const date = String(headers['x-amz-date'])
  const content = stated ?? sha256(body)
  const query = [...new URL(url!, 'http://host').searchParams]
  const isDated = signedHeaders.split(';').includes('x-amz-date')
  const claim = { credential, date, signedHeaders, signature, content, query }
  return isOfContent && isDated && isRight(request, claim, account)
}

/** Whether an address was signed by this account for whoever has it, and is not over yet. */
export function isSignedAddress(request: IncomingMessage, account: Account) {
  const given = new URL(request.url!, 'http://host').searchParams
  const said = (name: string) => given.get(`X-Amz-${name}`) ?? ''
  const [date, signature] = [said('Date'), said('Signature')]
  const begin = Date.parse(date.replace(/(....)(..)(..T..)(..)(..)/, '$1-$2-$3:$4:$5'))
  const isOpen = request.method === 'GET' && Date.now() < begin + Number(said('Expires')) * 1000
  const query = [...given].filter(([name]) => name !== 'X-Amz-Signature')
  const signed = {
    credential: said('Credential').replace('/aws4_request', ''),
    signedHeaders: said('SignedHeaders'),
  }
  const claim = { ...signed, date, signature, content: 'UNSIGNED-PAYLOAD', query }
  return isOpen && /^[0-9a-f]{64}$/.test(signature) && isRight(request, claim, account)
}

function isRight({ method, url, headers }: IncomingMessage, claim: Claim, account: Account) {
  const [key, day, region, service] = claim.credential.split('/')
  const isOfAccount = key === account.key && region === account.region && service === account.service
  const named = claim.signedHeaders.split(';')
  const lines = named.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}\n`).join('')
  const query = claim.query
    .map((pair) => pair.map(encoded).join('='))
    .sort()
    .join('&')
  const { pathname } = new URL(url!, 'http://host')
  const canonical = [method, pathname, query, lines, claim.signedHeaders, claim.content].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', claim.date, scope, sha256(canonical)].join('\n')
  const signingKey = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${account.secret}`
  )
  const isSigned = timingSafeEqual(hmac(signingKey, toSign), Buffer.from(claim.signature, 'hex'))
  return isOfAccount && named.includes('host') && isSigned
}

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
