import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32 } from 'node:zlib'
import { IN_CHUNKS, isSignedAddress, isSignedBy } from '#tests/aws_signature'

const ACCOUNT = { service: 's3', region: 'eu-west-1', key: 'AKIATESTS3TESTS3TEST', secret: 'of the tests' }
const BUCKET = 'latchkey-tests'

type Answer = { status: number; headers?: Record<string, string>; body?: Buffer | string }

/** Amazon S3 as far as a disk uses it: objects of one bucket, for requests that bear the signature of the account. */
export class S3Server {
  readonly objects = new Map<string, { type: string; content: Buffer }>()
  readonly refused: string[] = []
  #breaks = 0
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

  /** So many files that are sent now arrive in part only. */
  breakOff(times: number) {
    this.#breaks = times
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
    const isSigned = isSignedBy(request, body, ACCOUNT) || isSignedAddress(request, ACCOUNT)
    if (!isSigned || bucket !== BUCKET) {
      this.refused.push(what)
      return failure(403, 'SignatureDoesNotMatch')
    }
    if (request.method === 'GET' && searchParams.get('list-type') === '2') return this.#list(searchParams)
    if (request.method === 'POST' && searchParams.has('delete')) return this.#deleteMany(body)
    if (request.method === 'PUT' && this.#breaks > 0) {
      this.#breaks -= 1
      return failure(500, 'InternalError')
    }
    if (request.method === 'PUT') return this.#put(key, request, body)
    if (request.method === 'DELETE') return this.#delete(key)
    return this.#get(key, searchParams)
  }

  #put(key: string, { headers }: IncomingMessage, body: Buffer): Answer {
    const content = headers['x-amz-content-sha256'] === IN_CHUNKS ? unchunked(body) : body
    if (!content) return failure(400, 'BadDigest')
    this.objects.set(key, { type: headers['content-type'] ?? '', content })
    return { status: 200, headers: { etag: `"${createHash('md5').update(content).digest('hex')}"` } }
  }

  #get(key: string, query: URLSearchParams): Answer {
    const found = this.objects.get(key)
    if (!found) return failure(404, 'NoSuchKey')
    const disposition = query.get('response-content-disposition')
    const headers = {
      'content-type': query.get('response-content-type') ?? found.type,
      'content-length': String(found.content.length),
      ...(disposition ? { 'content-disposition': disposition } : {}),
    }
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

/** What came as a stream: pieces with their lengths, then a checksum over all; nothing where it does not fit. */
function unchunked(body: Buffer) {
  const pieces: Buffer[] = []
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.toString('latin1', at, end), 16)
    const begin = end + 2
    if (length > 0) {
      pieces.push(body.subarray(begin, begin + length))
      at = begin + length + 2
    } else {
      const content = Buffer.concat(pieces)
      const [, sum] = /x-amz-checksum-crc32:(\S+)/.exec(body.toString('latin1', begin)) ?? []
      const own = Buffer.alloc(4)
      own.writeUInt32BE(crc32(content))
      return sum === own.toString('base64') ? content : null
    }
  }
}
