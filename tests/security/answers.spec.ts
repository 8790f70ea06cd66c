import { test } from '@japa/runner'
import type { ApiResponse } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { PASSWORD } from '#tests/factories'
import { makeTarget, type Attempt, type Target } from '#tests/security/cases'
import { PlainBrowser, send } from '#tests/security/plain_browser'
import { attemptOn, knock, namesOf, routeNamed } from '#tests/security/surface'

type Headers = Record<string, unknown>

/** Read by scripts of ours, which give it back as a header. */
const READABLE = ['XSRF-TOKEN']
/** Told apart by a name made from their content, so that a copy is never wrong; only the person's own browser keeps them. */
const KEPT_BY_BROWSERS = [
  'tenancy.logos.show',
  'leads.attachments.show',
  'requests.attachments.show',
  'requests.files.show',
  'requests.downloads.show',
]
/** The same for everybody. */
const KEPT_BY_CACHES = ['api.docs.show', 'api.descriptions.show']
/** Asked again each time, and answered "still so" without the content. */
const ASKED_AGAIN = /^api\./
/** Shown in frames on purpose: by the builder of a flow, and by the sites that a company has named. */
const FRAMED: Record<string, string> = {
  'lead_flows.previews.show': "'self'",
  'requests.embedded_requests.create': 'https://www.example.com',
  'requests.embedded_requests.store': 'https://www.example.com',
}
const UNKNOWN = [
  '/nothing',
  '/c/nobody/leads',
  '/api/nothing',
  '/scim/nothing',
  '/q/nonsense',
  '/s/nonsense',
  '/health/live',
  '/health/nothing',
  '/assets/nothing.js',
  '/%E0%A4%A',
  '/login?%E0%A4%A',
]

function policyOf(headers: Headers) {
  const parts = String(headers['content-security-policy'] ?? '')
    .split(';')
    .map((one) => one.trim().split(/\s+/))
  return Object.fromEntries(parts.map(([name, ...values]) => [name, values]))
}

test.group('Answers', (group) => {
  let target: Target
  group.setup(async () => {
    target = await makeTarget()
  })

  test('{$self}: a good request is taken, and its answer is guarded, framed and kept as it should be')
    .with(namesOf(() => true))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      const response = await knock(client, { route, target, sending })
      isTaken(assert, response, attemptOn(route))
      isGuarded(assert, response.headers(), name, FRAMED[name])
      const kept = String(response.header('cache-control'))
      if (KEPT_BY_CACHES.includes(name)) assert.match(kept, /^public, max-age=\d{1,4}$/)
      else if (KEPT_BY_BROWSERS.includes(name)) assert.match(kept, /^private\b/)
      else if (ASKED_AGAIN.test(name)) assert.match(kept, /^private, no-cache$|no-store/)
      else assert.match(kept, /no-store/)
    })

  test('where no route answers, a file does or an address cannot be read are guarded as well', async ({
    assert,
  }) => {
    for (const path of [...UNKNOWN, '/favicon.svg', target.path('/leads'), target.path('/nothing')]) {
      for (const accept of ['text/html', 'application/json']) {
        for (const method of ['GET', 'POST', 'OPTIONS']) {
          const { headers, status } = await send(path, { method, headers: { accept } })
          isGuarded(assert, headers, `${method} ${path} (${status})`)
        }
      }
    }
  })

  test('with a service worker let it load its parts and ask its own server, and nobody else', async ({
    assert,
  }) => {
    const { headers } = await send('/push_worker.js')
    isGuarded(assert, headers, 'the worker')
    const { 'default-src': rest, 'script-src': scripts, 'connect-src': asked } = policyOf(headers)
    assert.deepEqual([rest, scripts, asked], [["'none'"], ["'self'"], ["'self'"]])
  })

  test('to a request that breaks before its route are guarded as well', async ({ assert }) => {
    const broken = [
      { path: '/login', type: 'application/json', body: '{"a":' },
      { path: '/login', type: 'multipart/form-data', body: 'no boundary' },
      { path: '/login', type: 'application/json', body: `"${'a'.repeat(2_000_000)}"` },
      { path: '/api/auth/login', type: 'application/json', body: '{"a":' },
    ]
    for (const { path, type, body } of broken) {
      const answer = await send(path, { method: 'POST', headers: { 'content-type': type }, body })
      assert.isAtLeast(answer.status, 300, body.slice(0, 20))
      isGuarded(assert, answer.headers, body.slice(0, 20))
      assert.match(String(answer.headers['cache-control']), /no-store/)
    }
  })

  test('with a page let only scripts run that the server named in this answer', async ({ assert }) => {
    const nonces = await Promise.all(
      ['/login', '/login', '/q/nonsense'].map(async (path) => {
        const { headers, body } = await send(path, { headers: { accept: 'text/html' } })
        const [, nonce] = /'nonce-([^']+)'/.exec(String(policyOf(headers)['script-src'])) ?? []
        for (const [tag] of body.matchAll(/<script\b(?![^>]* (?:src=|type="application\/json"))[^>]*>/g))
          assert.include(tag, `nonce="${nonce}"`)
        return nonce
      })
    )
    assert.lengthOf(new Set(nonces), nonces.length)
  })

  test('set cookies that scripts and other sites cannot use', async ({ assert }) => {
    const browser = new PlainBrowser()
    const answers = [
      await browser.ask('/login'),
      await browser.signIn(target.admin.identity.email, PASSWORD),
      await browser.ask(target.path('/leads')),
    ]
    const cookies = answers.flatMap((answer) => answer.cookies)
    assert.isAbove(cookies.length, 2)
    for (const cookie of cookies) {
      const [name] = cookie.split('=')
      assert.match(cookie, /; *path=\//i)
      assert.match(cookie, /; *samesite=(lax|strict)/i)
      if (!READABLE.includes(name)) assert.match(cookie, /; *httponly/i)
      assert.notMatch(cookie, /; *domain=/i)
    }
  })

  test('of the API and of files come without a cookie', async ({ assert }) => {
    for (const path of ['/api/leads', '/api/nothing', '/health/live', '/favicon.svg'])
      assert.deepEqual((await send(path)).cookies, [], path)
  })

  test('let no other site read them with the cookies of a person', async ({ assert }) => {
    for (const path of ['/api/leads', target.path('/leads'), '/login']) {
      const answer = await send(path, { headers: { origin: 'https://evil.example' } })
      assert.notEqual(answer.headers['access-control-allow-credentials'], 'true', path)
      assert.notEqual(answer.headers['access-control-allow-origin'], 'https://evil.example', path)
    }
  })

  test('never trace a request back, and know no method that the router does not', async ({ assert }) => {
    for (const method of ['TRACE', 'PROPFIND', 'SEARCH']) {
      const answer = await send('/login', { method, headers: { 'x-echo': 'echoed-back' } })
      assert.isAtLeast(answer.status, 400)
      assert.notInclude(answer.body, 'echoed-back')
      isGuarded(assert, answer.headers, method)
    }
  })
})

/** From good requests the attacks of all specs are made: what would be refused anyway proves nothing there. */
function isTaken(assert: Assert, response: ApiResponse, { as, refusedWith, endsAtSignIn }: Attempt) {
  if (refusedWith) assert.equal(response.status(), refusedWith)
  else assert.isBelow(response.status(), 400, response.text()?.slice(0, 300))
  if (endsAtSignIn) assert.match(response.header('location') ?? '', /\/login$/)
  else assert.notMatch(response.header('location') ?? '', /\/(login|confirmation)$/)
  if (as !== 'api' && !endsAtSignIn && !refusedWith) assert.notProperty(response.flashMessages(), 'error')
}

function isGuarded(assert: Assert, headers: Headers, what = '', framedBy = "'none'") {
  assert.equal(headers['x-content-type-options'], 'nosniff', what)
  assert.equal(headers['x-frame-options'], framedBy === "'none'" ? 'DENY' : undefined, what)
  assert.match(String(headers['referrer-policy']), /^(same-origin|no-referrer)$/, what)
  const policy = policyOf(headers)
  const effective = (name: string) => policy[name] ?? policy['default-src'] ?? ['*']
  for (const open of ["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'http:', 'data:'])
    assert.notInclude(effective('script-src'), open, what)
  assert.deepEqual([policy['frame-ancestors'], effective('object-src')], [[framedBy], ["'none'"]], what)
  const isSandboxed = 'sandbox' in policy
  for (const name of ['base-uri', 'form-action'])
    assert.isTrue(isSandboxed || ["'none'", "'self'"].includes(String(policy[name])), `${what} ${name}`)
}
