import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { isSignedBy } from '#tests/aws_signature'

export type SesCall = { from: string; to: string[]; raw: string }
type Answer = { status: number; type: string; message: string } | 'hang up'

const NOT_SIGNED = 'the signature does not match'

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
  const account = {
    service: 'ses',
    region: process.env.SES_REGION!,
    key: process.env.SES_KEY!,
    secret: process.env.SES_SECRET!,
  }
  if (!isSignedBy(request, Buffer.from(body), account)) return NOT_SIGNED
  const { Content, Destination, FromEmailAddress } = JSON.parse(body)
  const hasShape =
    typeof Content?.Raw?.Data === 'string' &&
    Array.isArray(Destination?.ToAddresses) &&
    typeof FromEmailAddress === 'string'
  return hasShape ? null : 'Content.Raw.Data, Destination.ToAddresses and FromEmailAddress are needed'
}
