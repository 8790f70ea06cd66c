import { test } from '@japa/runner'
import type { HttpRequest } from '@adonisjs/core/http'
import { newId } from '#app/platform/ids'
import { ScanVisitor } from '#app/scans/scan_visitor'

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

type Given = { agent?: string; headers?: Record<string, string>; method?: string; ip?: string }

function visitor({ agent = PHONE, headers = {}, method = 'GET', ip = '10.1.2.3' }: Given = {}) {
  const all: Record<string, string> = { 'user-agent': agent, ...headers }
  const request = {
    method: () => method,
    ip: () => ip,
    header: (name: string, or: string) => all[name] ?? or,
  }
  return new ScanVisitor(request as unknown as HttpRequest)
}

test.group('Scan visitor', () => {
  test('is a person with a phone of any maker, in any app', ({ assert }) => {
    for (const agent of [
      PHONE,
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 300.0',
    ]) {
      assert.isTrue(visitor({ agent }).isPerson, agent)
    }
  })

  test('is none when a robot, a link preview or a program asks', ({ assert }) => {
    for (const agent of [
      '',
      'curl/8.5.0',
      'python-requests/2.32',
      'WhatsApp/2.23.20.0 A',
      'TelegramBot (like TwitterBot)',
      'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0 Safari/537.36',
      'Mozilla/5.0 (Linux; Android 7.0;) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; PetalBot)',
    ]) {
      assert.isFalse(visitor({ agent }).isPerson, agent)
    }
  })

  test('is none while a browser only fetches ahead, or asks without showing the page', ({ assert }) => {
    const ahead: Record<string, string>[] = [
      { purpose: 'prefetch' },
      { 'sec-purpose': 'prefetch;prerender' },
      { 'x-purpose': 'preview' },
      { 'x-moz': 'prefetch' },
      { 'sec-fetch-dest': 'empty' },
      { 'sec-fetch-dest': 'image' },
    ]
    for (const headers of ahead) {
      assert.isFalse(visitor({ headers }).isPerson, JSON.stringify(headers))
    }
    assert.isFalse(visitor({ method: 'HEAD' }).isPerson)
    assert.isTrue(visitor({ headers: { 'sec-fetch-dest': 'document' } }).isPerson)
  })

  test('leaves a mark that fits one code on one day only', ({ assert }) => {
    const [one, other] = [{ id: newId() }, { id: newId() }]
    const mark = (given: Given, code = one, day = '2026-03-01') =>
      visitor(given).markFor(code, day).toString('hex')
    assert.equal(mark({}), mark({}))
    assert.equal(mark({ ip: '2001:db8:1:2::5' }), mark({ ip: '2001:db8:1:2:9::1' }))
    const marks = [
      mark({}),
      mark({}, other),
      mark({}, one, '2026-03-02'),
      mark({ ip: '10.1.2.4' }),
      mark({ agent: `${PHONE} x` }),
    ]
    assert.lengthOf(new Set(marks), marks.length)
  })
})
