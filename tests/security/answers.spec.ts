import { test } from '@japa/runner'
import type { ApiResponse } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { PASSWORD } from '#tests/factories'
import { makeTarget, type Target } from '#tests/security/cases'
import { PlainBrowser, send } from '#tests/security/plain_browser'
import { attemptOn, isApi, knock, namesOf, routeNamed } from '#tests/security/surface'

/** Read by scripts of ours, which give it back as a header. */
const READABLE = ['XSRF-TOKEN']
/** The same for everybody, or a file under a name made from its content. */
const KEPT_BY_CACHES = [
  'tenancy.logos.show',
  'leads.photos.show',
  'requests.photos.show',
  'api.docs.show',
  'api.descriptions.show',
]

function directives(response: { header(name: string): string | undefined }) {
  const parts = (response.header('content-security-policy') ?? '')
    .split(';')
    .map((one) => one.trim().split(/\s+/))
  return Object.fromEntries(parts.map(([name, ...values]) => [name, values]))
}

test.group('Answers', (group) => {
  let target: Target
  group.setup(async () => {
    target = await makeTarget()
  })

  test('{$self}: tells the browser not to guess, not to frame and not to run foreign scripts')
    .with(namesOf(() => true))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      const response = await knock(client, { route, target, sending })
      isGuarded(assert, response)
      if (!isApi(route) && !KEPT_BY_CACHES.includes(name))
        assert.match(response.header('cache-control') ?? '', /no-store|private|no-cache/, 'is kept by caches')
    })

  test('to people who are not let in, and to addresses that nobody answers, are guarded as well', async ({
    client,
    assert,
  }) => {
    for (const path of [
      '/nothing',
      '/c/nobody/leads',
      '/api/nothing',
      target.path('/leads'),
      '/q/nonsense',
      '/s/nonsense',
    ])
      isGuarded(assert, await client.get(path).redirects(0))
  })

  test('with a secret in their address do not tell it to others', async ({ client, assert }) => {
    for (const name of [
      'identity.acceptances.create',
      'requests.statuses.show',
      'sign_in.password_resets.create',
      'sign_in.link_sign_ins.create',
    ]) {
      const route = routeNamed(name)
      const response = await knock(client, { route, target, sending: await attemptOn(route).send(target) })
      assert.match(response.header('referrer-policy') ?? '', /^(same-origin|no-referrer)$/, name)
      assert.match(response.header('cache-control') ?? '', /no-store/, name)
    }
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
    for (const path of ['/api/leads', '/api/nothing', '/health/live'])
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
    }
  })
})

function isGuarded(assert: Assert, response: ApiResponse) {
  assert.equal(response.header('x-content-type-options'), 'nosniff')
  if (!(response.header('content-type') ?? '').includes('html')) return
  const policy = directives(response)
  const [scripts, objects] = ['script-src', 'object-src'].map(
    (name) => policy[name] ?? policy['default-src'] ?? ['*']
  )
  for (const open of ["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'http:', 'data:'])
    assert.notInclude(scripts, open)
  assert.deepEqual([policy['frame-ancestors'], objects], [["'none'"], ["'none'"]])
  assert.notInclude(policy['base-uri'] ?? ['*'], '*')
  assert.equal(response.header('x-frame-options'), 'DENY')
}
