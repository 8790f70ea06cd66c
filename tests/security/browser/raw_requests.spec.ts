import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Product } from '#tests/product'
import { send } from '#tests/security/plain_browser'
import { RawConnection } from '#tests/security/raw_connection'
import { wholeDatabase } from '#tests/security/database_print'

const SLOW = 150
const FORM = 'Content-Type: application/x-www-form-urlencoded'
const PHOTOS = 'Content-Type: multipart/form-data; boundary=b'
const host = 'Host: localhost'
const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`
const INSIDE = lines('GET /health/live HTTP/1.1', host)
const head = (...headers: string[]) => lines('POST /login HTTP/1.1', host, FORM, ...headers)

/** Begun, never finished: a byte now and then. */
const SLOW_ONES: Record<string, string> = {
  'a head': 'GET /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
  'a head without a word': '',
  'a form': head('Content-Length: 100000'),
  'a form in pieces': `${head('Transfer-Encoding: chunked')}ffff\r\n`,
  'a document for the API': lines(
    'POST /api/auth/login HTTP/1.1',
    host,
    'Content-Type: application/json',
    'Content-Length: 90000'
  ),
  'a file': `${lines('POST /login HTTP/1.1', host, PHOTOS, 'Content-Length: 900000')}--b\r\nContent-Disposition: form-data; name="logo"; filename="a.png"\r\n\r\n`,
  'photos of a customer': `${lines('POST /q/nonsense HTTP/1.1', host, PHOTOS, 'Content-Length: 900000')}--b\r\nContent-Disposition: form-data; name="photos"; filename="a.png"\r\n\r\n`,
}

/** Requests that a proxy and a server may read differently, each with another request hidden in its body. */
const TWO_MEANINGS: Record<string, string> = {
  'a length and pieces': head('Content-Length: 6', 'Transfer-Encoding: chunked') + `0\r\n\r\n${INSIDE}`,
  'pieces and a length': head('Transfer-Encoding: chunked', 'Content-Length: 6') + `0\r\n\r\n${INSIDE}`,
  'two lengths': head('Content-Length: 0', 'Content-Length: 6') + INSIDE,
  'two lengths in one': head('Content-Length: 0, 6') + INSIDE,
  'a signed length': head('Content-Length: +6') + INSIDE,
  'a negative length': head('Content-Length: -6') + INSIDE,
  'a length in another base': head('Content-Length: 0x6') + INSIDE,
  'a length with a tail': head('Content-Length: 6abc') + INSIDE,
  'an endless length': head('Content-Length: 99999999999999999999') + INSIDE,
  'an empty length': head('Content-Length:') + INSIDE,
  'pieces by another name': head('Transfer-Encoding: xchunked') + `0\r\n\r\n${INSIDE}`,
  'pieces not last': head('Transfer-Encoding: chunked, identity') + `0\r\n\r\n${INSIDE}`,
  'pieces twice over':
    head('Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + `0\r\n\r\n${INSIDE}`,
  'a space before the colon': head('Transfer-Encoding : chunked') + `0\r\n\r\n${INSIDE}`,
  'a tab before the colon': head('Transfer-Encoding\t: chunked') + `0\r\n\r\n${INSIDE}`,
  'a folded line': head('X-A: b', ' Transfer-Encoding: chunked', 'Content-Length: 6') + INSIDE,
  'a length hidden by a nought': head('Content-Length\u0000: 6') + INSIDE,
  'a nought in a value': head('X-A: b\u0000c') + INSIDE,
  'a bare return in a value': head('X-A: b\rContent-Length: 6') + INSIDE,
  'lines that end without return': `POST /login HTTP/1.1\nHost: localhost\nContent-Length: 6\n\n${INSIDE}`,
  'a line without a colon': head('Content-Length 6') + INSIDE,
  'a piece of unreadable size': `${head('Transfer-Encoding: chunked')}zz\r\n${INSIDE}`,
  'a piece of negative size': `${head('Transfer-Encoding: chunked')}-1\r\n${INSIDE}`,
  'a piece of endless size': `${head('Transfer-Encoding: chunked')}fffffffffffffffff\r\n${INSIDE}`,
  'a piece longer than it says': `${head('Transfer-Encoding: chunked')}1\r\nabc\r\n0\r\n\r\n${INSIDE}`,
  'two hosts': lines('GET /login HTTP/1.1', host, 'Host: evil.localhost'),
  'two equal hosts': lines('GET /login HTTP/1.1', host, host),
  'no host': lines('GET /login HTTP/1.1', 'Accept: */*'),
  'a whole address': lines('GET http://evil.localhost/login HTTP/1.1', host),
  'a whole address of our own': lines('GET http://localhost/login HTTP/1.1', host),
  'no path': lines('GET login HTTP/1.1', host),
  'every path': lines('OPTIONS * HTTP/1.1', host),
  'a tunnel': lines('CONNECT localhost:25 HTTP/1.1', host),
  'a space in the address': lines('GET /login HTTP/1.1 HTTP/1.1', host),
  'a method nobody knows': lines('GETS /login HTTP/1.1', host),
  'another version': lines('GET /login HTTP/9.9', host),
  'another protocol': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a request of before HTTP 1': lines('GET /login', host),
  'no request': '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
}

const TOO_MUCH: Record<string, string> = {
  'one long header': lines('GET /login HTTP/1.1', host, `X-Long: ${'a'.repeat(20_000)}`),
  'a long address': lines(`GET /login?${'a'.repeat(20_000)} HTTP/1.1`, host),
  'many headers': lines('GET /login HTTP/1.1', host, ...Array.from({ length: 250 }, (_, at) => `X-${at}: a`)),
  'many short headers': lines('GET /login HTTP/1.1', host, ...Array<string>(3000).fill('a:')),
  'many cookies': lines(
    'GET /login HTTP/1.1',
    host,
    ...Array.from({ length: 400 }, (_, at) => `Cookie: a${at}=${'b'.repeat(40)}`)
  ),
  'long trailers': `${head('Transfer-Encoding: chunked')}0\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
}

test.group('What arrives on the wire', (group) => {
  let product: Product
  let port: number

  group.setup(async () => {
    product = await Product.start({
      driver: 'embedded',
      processes: ['web'],
      env: { REQUEST_TIMEOUT: '3' },
    })
    port = Number(new URL(product.url).port)
    return () => product.stop()
  })
  group.each.setup(async () => {
    const before = await wholeDatabase()
    return async () => {
      if (JSON.stringify(await wholeDatabase()) !== JSON.stringify(before))
        throw new Error('the database has changed')
    }
  })

  test('so slowly that it never ends is given up, while others are served', async ({ assert }) => {
    const kinds = Object.entries(SLOW_ONES)
    const slow = await Promise.all(
      Array.from({ length: SLOW }, (_, at) => RawConnection.open(port, kinds[at % kinds.length][1]))
    )
    const drips = setInterval(() => slow.forEach((one) => one.write('a')), 200)
    const ends = Promise.all(slow.map((one) => one.closed))
    const isOver = ends.then(() => true)
    let served = 0
    while (!(await Promise.race([isOver, sleep(100, false)]))) {
      assert.equal((await send('/login', { port })).status, 200)
      served++
    }
    clearInterval(drips)
    assert.isAbove(served, 1)
    for (const [at, said] of (await ends).entries()) {
      const [what] = kinds[at % kinds.length]
      assert.match(said, /^$|^HTTP\/1\.1 (408|4\d\d) /, what)
      assert.lengthOf(said.match(/HTTP\/1\.1/g) ?? [], said ? 1 : 0, what)
    }
  }).timeout(90_000)

  for (const [what, text] of Object.entries({ ...TWO_MEANINGS, ...TOO_MUCH })) {
    test(`${what}: is refused, and nothing hidden in it is answered`, async ({ assert }) => {
      const said = await (await RawConnection.open(port, text)).closed
      assert.match(said, what in TOO_MUCH ? /^HTTP\/1\.1 4(31|13) / : /^$|^HTTP\/1\.1 4(00|05|08) /)
      assert.notMatch(said, /HTTP\/1\.1 (2|3)\d\d/)
      if (said) assert.match(said, /x-content-type-options: nosniff/i)
      assert.notInclude(said, 'evil')
      assert.equal((await send('/login', { port })).status, 200)
    })
  }

  test('as one whole request is served, also in pieces and one after the other', async ({ assert }) => {
    const good = [
      lines('GET /login HTTP/1.1', 'HOST: localhost', 'Accept: */*'),
      lines('GET /health/live HTTP/1.1', host),
      lines('GET /login HTTP/1.1', host, 'Connection: close'),
    ]
    const said = await (await RawConnection.open(port, good.join(''))).closed
    assert.lengthOf(said.match(/HTTP\/1\.1 200 OK/g) ?? [], good.length)
    const pieces = `${head('Transfer-Encoding: chunked', 'Connection: close')}5\r\nemail\r\n0\r\n\r\n`
    assert.match(await (await RawConnection.open(port, pieces)).closed, /^HTTP\/1\.1 (302|419) /)
  })
})
