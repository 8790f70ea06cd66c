import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'

export type SesCall = { from: string; to: string[]; raw: string }
type Answer = { status: number; type: string; message: string } | 'hang up'

const NOT_SIGNED = 'the signature does not match'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * Amazon SES as its published contract says (SES API v2, SendEmail; Signature Version 4): it takes what is signed with the
 * key of the tests and has the shape of the contract, and refuses anything else as SES does.
 */
export class SesServer {
  readonly taken: SesCall[] = []
  readonly refused: string[] = []
  onSend: Answer | undefined
  #number = 0
  #server = createServer((request, response) => {
    void this.#answer(request).then((answer) => {
      if (answer === 'hang up') return request.socket.destroy()
      const headers = { 'content-type': 'application/json', ...answer.headers }
      response.writeHead(answer.status, headers).end(JSON.stringify(answer.body))
    })
  })

  async open() {
    this.#server.listen(Number(new URL(process.env.SES_ENDPOINT!).port), '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  close() {
    this.#server.closeAllConnections()
    return new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  async #answer(request: IncomingMessage) {
    let body = ''
    for await (const chunk of request) body += chunk
    const wrong = wrongWith(request, body)
    if (wrong) this.refused.push(wrong)
    if (wrong === NOT_SIGNED) return failure(403, 'InvalidSignatureException', wrong)
    if (wrong) return failure(400, 'BadRequestException', wrong)
    if (this.onSend === 'hang up') return this.onSend
    if (this.onSend) return failure(this.onSend.status, this.onSend.type, this.onSend.message)
    const { Content, FromEmailAddress, Destination } = JSON.parse(body)
    const raw = Buffer.from(Content.Raw.Data, 'base64').toString()
    this.taken.push({ from: FromEmailAddress, to: Destination.ToAddresses, raw })
    const id = `0102018f-${String(++this.#number).padStart(8, '0')}-000000`
    return { status: 200, headers: {}, body: { MessageId: id } }
  }
}

const failure = (status: number, type: string, message: string) => ({
  status,
  headers: { 'x-amzn-errortype': type },
  body: { message },
})

function wrongWith(request: IncomingMessage, body: string) {
  if (request.method !== 'POST' || request.url !== '/v2/email/outbound-emails') return 'no such operation'
  if (!isSigned(request, body)) return NOT_SIGNED
  const { Content, Destination, FromEmailAddress } = JSON.parse(body)
  const hasShape =
    typeof Content?.Raw?.Data === 'string' &&
    Array.isArray(Destination?.ToAddresses) &&
    typeof FromEmailAddress === 'string'
  return hasShape ? null : 'Content.Raw.Data, Destination.ToAddresses and FromEmailAddress are needed'
}

function isSigned({ method, url, headers }: IncomingMessage, body: string) {
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/ses\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? ''
    )
  if (!found || found[1] !== process.env.SES_KEY || found[3] !== process.env.SES_REGION) return false
  const [, , day, region, signedHeaders, signature] = found
  const at = String(headers['x-amz-date'])
  const named = signedHeaders.split(';')
  const isWhole = ['host', 'x-amz-date', 'content-type'].every((name) => named.includes(name))
  const lines = named.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}\n`).join('')
  const canonical = [method, url, '', lines, signedHeaders, sha256(body)].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${region}/ses/aws4_request`, sha256(canonical)].join('\n')
  const key = [day, region, 'ses', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${process.env.SES_SECRET}`
  )
  return isWhole && timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'))
}
