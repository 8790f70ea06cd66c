import https from 'node:https'
import tls, { type TLSSocket } from 'node:tls'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import { safeFetch, type SafeFetchOptions } from '#app/platform/outbound/safe_http'
import { selfSigned } from '#tests/certificates'

const HERE = [{ address: '127.0.0.1', family: 4 }]
const MEGABYTE = 1_048_576

type Cleanup = (work: () => Promise<void>) => void

async function listen<S extends TcpServer>(cleanup: Cleanup, server: S, host = '127.0.0.1') {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  cleanup(() => {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
    if ('closeAllConnections' in server) (server as unknown as Server).closeAllConnections()
    return stopped
  })
  return (server.address() as AddressInfo).port
}

/** A server inside the private network that the operator has named service.test. */
async function serve(cleanup: Cleanup, answer: RequestListener, more: SafeFetchOptions = {}) {
  const port = await listen(cleanup, createServer(answer))
  const host = `service.test:${port}`
  const options = { allowHttp: true, privateHosts: [host], resolve: async () => HERE, ...more }
  return {
    host,
    port,
    url: `http://${host}`,
    fetch: (path: string, init?: RequestInit, extra: SafeFetchOptions = {}) =>
      safeFetch(`http://${host}${path}`, init, { ...options, ...extra }),
  }
}

async function refusal(assert: Assert, work: Promise<unknown>) {
  const error = await work.then(
    () => assert.fail('was not refused'),
    (reason) => reason
  )
  return (error as { code?: string }).code
}

test.group('An outgoing request', () => {
  test('arrives as it was sent, under its own name, and its answer is a standard response', async ({
    assert,
    cleanup,
  }) => {
    const service = await serve(cleanup, async (request, response) => {
      const chunks = await request.toArray()
      const { host, 'x-mark': mark, 'content-type': type } = request.headers
      response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] })
      const body = Buffer.concat(chunks).toString()
      response.end(JSON.stringify({ method: request.method, url: request.url, host, mark, type, body }))
    })
    const response = await service.fetch('/tokens?a=1', {
      method: 'POST',
      headers: { 'x-mark': 'm', host: 'elsewhere.test', 'transfer-encoding': 'chunked' },
      body: new URLSearchParams({ grant: 'code' }),
    })
    assert.equal(response.status, 201)
    assert.equal(response.url, `${service.url}/tokens?a=1`)
    assert.deepEqual(response.headers.getSetCookie(), ['a=1', 'b=2'])
    assert.deepEqual(await response.json(), {
      method: 'POST',
      url: '/tokens?a=1',
      host: service.host,
      mark: 'm',
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
      body: 'grant=code',
    })
  })

  test('goes to https only, at usual ports, without a name and password', async ({ assert }) => {
    for (const url of [
      'http://example.com/',
      'ftp://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://user@example.com/',
      'https://:pass@example.com/',
      'https://example.com:8443/',
      'https://',
      'example.com',
      '',
    ])
      assert.equal(await refusal(assert, safeFetch(url)), 'E_OUTGOING_ADDRESS_REFUSED', url)
    const open = { allowHttp: true, anyPort: true }
    for (const url of ['https://example.com:25/', 'http://example.com:22/'])
      assert.equal(await refusal(assert, safeFetch(url, {}, open)), 'E_OUTGOING_ADDRESS_REFUSED', url)
  })

  test('is refused when any address of the name is not public', async ({ assert }) => {
    const open = { address: '93.184.216.34', family: 4 }
    for (const address of NOT_PUBLIC) {
      const family = address.includes(':') ? 6 : 4
      const resolve = async () => [open, { address, family }]
      const code = await refusal(assert, safeFetch('https://name.test/', {}, { resolve }))
      assert.equal(code, 'E_OUTGOING_PRIVATE_ADDRESS', address)
    }
  })

  test('to a name that the operator has listed reaches a private address, but never a link-local one', async ({
    assert,
    cleanup,
  }) => {
    const service = await serve(cleanup, (_, response) => response.end('inside'))
    assert.equal(await (await service.fetch('/')).text(), 'inside')
    const unlisted = service.fetch('/', {}, { privateHosts: ['service.test:1'], anyPort: true })
    assert.equal(await refusal(assert, unlisted), 'E_OUTGOING_PRIVATE_ADDRESS')
    for (const address of [
      '169.254.169.254',
      '100.100.100.200',
      'fd00:ec2::254',
      'fe80::1',
      '0.0.0.0',
      '::',
    ]) {
      const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }]
      const code = await refusal(assert, service.fetch('/', {}, { resolve }))
      assert.equal(code, 'E_OUTGOING_PRIVATE_ADDRESS', address)
    }
  })

  test('connects to the address that was checked, whatever the name means a moment later', async ({
    assert,
    cleanup,
  }) => {
    let connections = 0
    const canary = createTcpServer((socket) => {
      connections++
      socket.destroy()
    })
    const port = await listen(cleanup, canary)
    let asked = 0
    const resolve = async () => (asked++ === 0 ? [{ address: '::1', family: 6 }] : HERE)
    const work = safeFetch(
      `http://rebound.test:${port}/`,
      {},
      { allowHttp: true, privateHosts: [`rebound.test:${port}`], resolve }
    )
    assert.equal(await refusal(assert, work), 'E_OUTGOING_NO_ANSWER')
    assert.deepEqual({ connections, asked }, { connections: 0, asked: 1 })
  })

  test('to an unknown name says so', async ({ assert }) => {
    const resolve = async () => Promise.reject(new Error('ENOTFOUND'))
    assert.equal(
      await refusal(assert, safeFetch('https://no.test/', {}, { resolve })),
      'E_OUTGOING_NAME_UNKNOWN'
    )
  })
})

test.group('The answer to an outgoing request', () => {
  test('is unpacked, and counted unpacked', async ({ assert, cleanup }) => {
    const service = await serve(cleanup, ({ url }, response) => {
      const text = url === '/bomb' ? Buffer.alloc(64 * MEGABYTE) : Buffer.from('hello')
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync(text))
    })
    const small = await service.fetch('/small')
    assert.isNull(small.headers.get('content-encoding'))
    assert.equal(await small.text(), 'hello')
    assert.equal(await refusal(assert, service.fetch('/bomb')), 'E_OUTGOING_TOO_LARGE')
  })

  test('is refused above the cap, announced or not, in body and headers', async ({ assert, cleanup }) => {
    let written = 0
    function* endless() {
      for (; written < 512 * MEGABYTE; written += 65_536) yield Buffer.alloc(65_536)
    }
    const service = await serve(cleanup, ({ url }, response) => {
      if (url === '/announced') response.setHeader('content-length', 5 * MEGABYTE)
      if (url === '/headers') response.setHeader('x-long', 'a'.repeat(40_000))
      if (url === '/headers') response.end()
      else pipeline(Readable.from(endless()), response, () => {})
    })
    for (const path of ['/announced', '/endless', '/headers'])
      assert.equal(await refusal(assert, service.fetch(path)), 'E_OUTGOING_TOO_LARGE', path)
    assert.isBelow(written, 64 * MEGABYTE)
  })

  test('is waited for only so long, from the connection to the last byte', async ({ assert, cleanup }) => {
    const service = await serve(cleanup, ({ url }, response) => {
      if (url === '/body') response.write('begun')
    })
    for (const path of ['/head', '/body'])
      assert.equal(
        await refusal(assert, service.fetch(path, {}, { timeout: 80 })),
        'E_OUTGOING_TIMED_OUT',
        path
      )
    const resolve = () => new Promise<never>(() => {})
    assert.equal(
      await refusal(assert, service.fetch('/', {}, { timeout: 80, resolve })),
      'E_OUTGOING_TIMED_OUT'
    )
    const silent = await listen(
      cleanup,
      createTcpServer((socket) => socket.resume())
    )
    const greeted = safeFetch(
      `https://service.test:${silent}/`,
      {},
      { privateHosts: [`service.test:${silent}`], resolve: async () => HERE, connectTimeout: 80 }
    )
    assert.equal(await refusal(assert, greeted), 'E_OUTGOING_TIMED_OUT')
  })

  test('stops at the signal of the caller, with its reason', async ({ assert, cleanup }) => {
    const service = await serve(cleanup, () => {})
    const reason = new Error('enough')
    const error = await service.fetch('/', { signal: AbortSignal.abort(reason) }).catch((caught) => caught)
    assert.strictEqual(error, reason)
  })

  test('that breaks off is no answer', async ({ assert, cleanup }) => {
    const service = await serve(cleanup, (request, response) => {
      if (request.url === '/head') return request.socket.destroy()
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setImmediate(() => request.socket.destroy())
    })
    for (const path of ['/head', '/body'])
      assert.equal(await refusal(assert, service.fetch(path)), 'E_OUTGOING_NO_ANSWER', path)
  })
})

test.group('A redirect of an outgoing request', () => {
  test('is followed three times, not more', async ({ assert, cleanup }) => {
    const service = await serve(cleanup, ({ url }, response) => {
      const left = Number(url!.slice(1))
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` })
      response.end('there')
    })
    const response = await service.fetch('/3')
    assert.equal(await response.text(), 'there')
    assert.equal(response.url, `${service.url}/0`)
    assert.equal(await refusal(assert, service.fetch('/4')), 'E_OUTGOING_TOO_MANY_REDIRECTS')
  })

  test('is the answer, or refused, when the caller says so', async ({ assert, cleanup }) => {
    const service = await serve(cleanup, (_, response) => {
      response.writeHead(302, { location: '/next' }).end()
    })
    assert.equal((await service.fetch('/', { redirect: 'manual' })).headers.get('location'), '/next')
    assert.equal(
      await refusal(assert, service.fetch('/', { redirect: 'error' })),
      'E_OUTGOING_REDIRECT_REFUSED'
    )
  })

  test('into the private network is refused before anything connects', async ({ assert, cleanup }) => {
    let reached = 0
    const inner = await listen(
      cleanup,
      createServer((_, response) => {
        reached++
        response.end()
      })
    )
    const targets = [
      `http://127.0.0.1:${inner}/`,
      `//127.0.0.1:${inner}/`,
      `http://[::ffff:127.0.0.1]:${inner}/`,
      `http://0x7f.1:${inner}/`,
      `http://user@service.test/`,
      'file:///etc/passwd',
      'http://[broken',
    ]
    for (const target of targets) {
      const service = await serve(cleanup, (_, response) => {
        response.writeHead(302, { location: target }).end()
      })
      const code = await refusal(assert, service.fetch('/', {}, { anyPort: true }))
      assert.match(code!, /PRIVATE_ADDRESS|ADDRESS_REFUSED|REDIRECT_REFUSED/, target)
    }
    assert.equal(reached, 0)
  })

  test('to another origin takes no credentials along, and never a body', async ({ assert, cleanup }) => {
    const seen: unknown[][] = []
    const second = await serve(cleanup, ({ headers, method }, response) => {
      seen.push([method, headers.authorization, headers.cookie, headers['x-api-key'], headers.accept])
      response.end()
    })
    const first = await serve(cleanup, ({ url, headers, method }, response) => {
      if (url === '/here')
        seen.push([method, headers.authorization, headers.cookie, headers['x-api-key'], headers.accept])
      else
        response.writeHead(Number(url!.slice(1, 4)), { location: url!.endsWith('in') ? '/here' : second.url })
      response.end()
    })
    const headers = { authorization: 'Bearer secret', cookie: 'a=1', 'x-api-key': 'secret', accept: 'text/x' }
    const both = { privateHosts: [first.host, second.host] }
    await first.fetch('/302out', { headers }, both)
    await first.fetch('/302in', { headers }, both)
    await first.fetch('/303out', { method: 'POST', body: 'secret' }, both)
    assert.deepEqual(seen, [
      ['GET', undefined, undefined, undefined, 'text/x'],
      ['GET', 'Bearer secret', 'a=1', 'secret', 'text/x'],
      ['GET', undefined, undefined, undefined, '*/*'],
    ])
    const carried = first.fetch('/307out', { method: 'POST', body: 'secret' }, both)
    assert.equal(await refusal(assert, carried), 'E_OUTGOING_REDIRECT_REFUSED')
    assert.lengthOf(seen, 3)
  })
})

test.group('An outgoing request over TLS', (group) => {
  const trusted = selfSigned('service.test')
  group.setup(() => {
    const before = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...before, trusted.cert])
    return () => tls.setDefaultCACertificates(before)
  })

  async function secure(cleanup: Cleanup, certificate: { cert: string; key: string }, name = 'service.test') {
    const greeted: unknown[] = []
    const server = https.createServer(certificate, ({ socket }, response) => {
      greeted.push((socket as TLSSocket).servername)
      if (greeted.length > 1) response.writeHead(302, { location: 'http://service.test/' })
      response.end()
    })
    const port = await listen(cleanup, server)
    const options = { privateHosts: [`${name}:${port}`], resolve: async () => HERE }
    return { greeted, fetch: () => safeFetch(`https://${name}:${port}/`, {}, options) }
  }

  test('greets the server by its name, and never falls back to http', async ({ assert, cleanup }) => {
    const server = await secure(cleanup, trusted)
    assert.equal((await server.fetch()).status, 200)
    assert.deepEqual(server.greeted, ['service.test'])
    assert.equal(await refusal(assert, server.fetch()), 'E_OUTGOING_REDIRECT_REFUSED')
  })

  test('sends nothing to a server without a trusted certificate of that name', async ({
    assert,
    cleanup,
  }) => {
    for (const server of [
      await secure(cleanup, selfSigned('service.test')),
      await secure(cleanup, trusted, 'other.test'),
    ]) {
      assert.equal(await refusal(assert, server.fetch()), 'E_OUTGOING_TLS_FAILED')
      assert.deepEqual(server.greeted, [])
    }
    const plain = await serve(cleanup, (_, response) => response.end())
    const work = safeFetch(
      `https://${plain.host}/`,
      {},
      { privateHosts: [plain.host], resolve: async () => HERE }
    )
    assert.equal(await refusal(assert, work), 'E_OUTGOING_TLS_FAILED')
  })
})

const NOT_PUBLIC = [
  '0.0.0.0',
  '0.1.2.3',
  '10.1.2.3',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:93.184.216.34',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '100::1',
  '2001::7f00:1',
  '2001:2::1',
  '2001:10::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '2620:4f:8000::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
]
