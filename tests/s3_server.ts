import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isSignedBy } from '#tests/aws_signature'

const ACCOUNT = { service: 's3', region: 'eu-west-1', key: 'AKIATESTS3TESTS3TEST', secret: 'of the tests' }
const BUCKET = 'latchkey-tests'

type Answer = { status: number; headers?: Record<string, string>; body?: Buffer | string }

/** Amazon S3 as far as a disk uses it: objects of one bucket, for requests that bear the signature of the account. */
export class S3Server {
  readonly objects = new Map<string, { type: string; content: Buffer }>()
  readonly refused: string[] = []
  #server = createServer((request, response) => {
    void this.#answer(request).then(({ status, headers, body }) =>
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
    )
  })

  async open() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  close() {
    this.#server.closeAllConnections()
    return new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  /** The environment of a product that keeps its files here. */
  get env() {
    return {
      DRIVE_DISK: 's3',
      S3_ENDPOINT: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`,
      S3_REGION: ACCOUNT.region,
      S3_BUCKET: BUCKET,
      S3_KEY: ACCOUNT.key,
      S3_SECRET: ACCOUNT.secret,
    }
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const { pathname, searchParams } = new URL(request.url!, 'http://host')
    const what = `${request.method} ${pathname}`
    const [, bucket, ...rest] = pathname.split('/')
    const key = decodeURIComponent(rest.join('/'))
    if (!isSignedBy(request, body, ACCOUNT) || bucket !== BUCKET) {
      this.refused.push(what)
      return failure(403, 'SignatureDoesNotMatch')
    }
    if (request.method === 'GET' && searchParams.get('list-type') === '2') return this.#list(searchParams)
    if (request.method === 'POST' && searchParams.has('delete')) return this.#deleteMany(body)
    if (request.method === 'PUT') return this.#put(key, request, body)
    if (request.method === 'DELETE') return this.#delete(key)
    return this.#get(key)
  }

  #put(key: string, { headers }: IncomingMessage, content: Buffer): Answer {
    this.objects.set(key, { type: headers['content-type'] ?? '', content })
    return { status: 200, headers: { etag: `"${createHash('md5').update(content).digest('hex')}"` } }
  }

  #get(key: string): Answer {
    const found = this.objects.get(key)
    if (!found) return failure(404, 'NoSuchKey')
    const headers = { 'content-type': found.type, 'content-length': String(found.content.length) }
    return { status: 200, headers, body: found.content }
  }

  #delete(key: string): Answer {
    this.objects.delete(key)
    return { status: 204 }
  }

  #list(query: URLSearchParams): Answer {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? ''))
    const contents = keys.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('')
    return xml(
      `<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${keys.length}</KeyCount>${contents}</ListBucketResult>`
    )
  }

  #deleteMany(body: Buffer): Answer {
    const keys = [...body.toString().matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key)
    for (const key of keys) this.objects.delete(key)
    return xml(
      `<DeleteResult>${keys.map((key) => `<Deleted><Key>${key}</Key></Deleted>`).join('')}</DeleteResult>`
    )
  }
}

const xml = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
})
const failure = (status: number, code: string) => xml(`<Error><Code>${code}</Code></Error>`, status)
