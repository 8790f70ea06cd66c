import { test } from '@japa/runner'
import { makeIdentity, PASSWORD } from '#tests/factories'
import { makeTarget, type Target } from '#tests/security/cases'
import { PlainBrowser, send, type Answer } from '#tests/security/plain_browser'
import { attemptOn, isApi, knock, everyOtherOf, routeNamed, sampleOf, writes } from '#tests/security/surface'

const EVIL = 'evil.example'
const origin = () => `http://127.0.0.1:${process.env.PORT}`
const hostile = () => [
  `https://${EVIL}/`,
  `//${EVIL}/`,
  `${origin()}//${EVIL}/`,
  `${origin()}///${EVIL}`,
  `${origin()}/\\${EVIL}/`,
  `${origin()}/\\/${EVIL}/`,
  `${origin()}/%2f%2f${EVIL}`,
  `${origin()}/%5c${EVIL}`,
  `${origin()}/%09/${EVIL}`,
  `${origin()}/./${`/${EVIL}`}`,
  `${origin()}/..//${EVIL}`,
  `${origin()}@${EVIL}/`,
  `${origin()}.${EVIL}/`,
  `http://${EVIL}#${origin()}/`,
  `http://user:${EVIL}@127.0.0.1:1/`,
  'javascript:alert(1)//',
  'data:text/html,<script>alert(1)</script>',
  `https:${EVIL}`,
  `http:///${EVIL}`,
  `\\\\${EVIL}\\`,
]

/** Where a browser would end up. */
function leadsAway(location: string | undefined) {
  if (!location) return false
  const target = URL.parse(location, `${origin()}/c/somewhere/page`)
  return target === null || target.origin !== origin() || /^[/\\]{2}/.test(location)
}

test.group('A redirect', (group) => {
  let target: Target
  group.setup(async () => {
    target = await makeTarget()
  })

  test('{$self}: stays here whatever page the browser says it came from')
    .with(everyOtherOf((route) => writes(route) && !isApi(route)))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      const bodies = [sending.body ?? {}, {}]
      const attempts = bodies.flatMap((body) => hostile().map((referer) => ({ body, referer })))
      for (const { body, referer } of sampleOf(attempts, 7)) {
        const request = knock(client, { route, target, sending: { ...sending, body } })
        const response = await request.header('referer', referer)
        const location = response.header('location') ?? response.header('x-inertia-location')
        assert.isFalse(leadsAway(location), `${referer} -> ${location}`)
      }
      // A company may have only so many of what was made.
      if (name.endsWith('.store')) target = await makeTarget()
    })

  test('after signing in stays here, whatever page was asked for before', async ({ assert }) => {
    const person = await makeIdentity('Somebody')
    const { path } = target
    const wanted = [
      path('/leads'),
      `/${path('/leads')}`,
      `//${EVIL}${path('/leads')}`,
      `//${EVIL}/companies`,
      `/\\${EVIL}/companies`,
      `/%5c${EVIL}/companies`,
      `/companies?next=//${EVIL}`,
      `/companies?next=https://${EVIL}#//${EVIL}`,
      `/.//${EVIL}/companies`,
      `http://${EVIL}/companies`,
      path(`/leads?next=${EVIL}`),
    ]
    for (const address of wanted) {
      const browser = new PlainBrowser()
      const closed = await browser.ask(address)
      assert.isFalse(leadsAway(closed.headers.location), `${address} -> ${closed.headers.location}`)
      const opened = await browser.signIn(person.email, PASSWORD)
      assert.isFalse(leadsAway(opened.headers.location), `${address} -> ${opened.headers.location}`)
    }
  })

  test('names no foreign host, whatever host the request names', async ({ assert }) => {
    const asked = [
      '/',
      '/companies',
      '/console',
      target.path(''),
      target.path('/leads'),
      '/confirmation',
      '/api/leads',
    ]
    for (const path of asked) {
      for (const headers of HOSTS) {
        const answer: Answer = await send(path, { headers })
        assert.isFalse(leadsAway(answer.headers.location), `${path} -> ${answer.headers.location}`)
        assert.notInclude(answer.body, EVIL, path)
      }
    }
  })
})

const HOSTS: Record<string, string>[] = [
  { host: EVIL },
  { 'x-forwarded-host': EVIL },
  { 'x-forwarded-server': EVIL },
  { 'x-host': EVIL },
  { forwarded: `host=${EVIL};proto=https` },
  { 'x-original-url': `//${EVIL}/` },
  { 'x-rewrite-url': `//${EVIL}/` },
  { 'x-forwarded-prefix': `//${EVIL}` },
]
