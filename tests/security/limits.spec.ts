import { connect } from 'node:net'
import { test } from '@japa/runner'
import { makeTarget, type Target } from '#tests/security/cases'
import { send } from '#tests/security/plain_browser'
import { attemptOn, knock, everyOtherOf, routeNamed, sampleOf, writes } from '#tests/security/surface'

const MEGABYTE = 1_048_576
const POLLUTIONS = [
  '{"__proto__":{"polluted":"yes","isAdmin":true,"role":"admin"}}',
  '{"constructor":{"prototype":{"polluted":"yes"}}}',
  '{"a":{"__proto__":{"polluted":"yes"}},"__proto__":null}',
  '{"answers":{"__proto__":{"polluted":"yes"}},"contact":{"constructor":{"prototype":{"polluted":"yes"}}}}',
]

test.group('A request that is too much', (group) => {
  let target: Target
  group.setup(async () => {
    target = await makeTarget()
  })

  const api = (body: string, more: Record<string, string> = {}) =>
    send(`/api/leads?limit=1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${target.token}`, 'content-type': 'application/json', ...more },
      body,
    })

  test('is refused at once when its body is huge, deep or has too many keys', async ({ assert }) => {
    const login = (body: string, type = 'application/json') =>
      send('/api/auth/login', {
        method: 'POST',
        headers: { 'content-type': type, accept: 'application/json' },
        body,
      })
    for (const [what, body, type] of [
      ['huge', `{"email":"${'a'.repeat(30 * MEGABYTE)}"}`],
      ['deep list', '['.repeat(100_000) + ']'.repeat(100_000)],
      ['deep document', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
      ['many keys', `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join()}}`],
      [
        'many fields',
        Array.from({ length: 60_000 }, (_, at) => `k${at}=1`).join('&'),
        'application/x-www-form-urlencoded',
      ],
      ['deep fields', `a${'[b]'.repeat(20_000)}=1`, 'application/x-www-form-urlencoded'],
      ['broken', '{"a":', undefined],
    ] as [string, string, string?][]) {
      const answer = await login(body, type).catch((error: Error) => ({ status: 400, body: error.message }))
      assert.isAtLeast(answer.status, 400, what)
      assert.isBelow(answer.status, 500, `${what}: ${answer.body.slice(0, 200)}`)
    }
  })

  test('is refused when its address or headers are endless', async ({ assert }) => {
    for (const [path, headers] of [
      [`/login?${'a'.repeat(60_000)}`, {}],
      [`/${'a/'.repeat(20_000)}`, {}],
      ['/login', { 'x-long': 'a'.repeat(60_000) }],
      ['/login', { cookie: `latchkey_session=${'a'.repeat(60_000)}` }],
    ] as [string, Record<string, string>][]) {
      const answer = await send(path, { headers })
      assert.include([400, 414, 431], answer.status, path.slice(0, 40))
    }
    const many = await send(`/login?${Array.from({ length: 3_000 }, (_, at) => `k${at}`).join('&')}`)
    assert.isBelow(many.status, 500)
  })

  test('is not waited for without end', async ({ assert }) => {
    const socket = connect(Number(process.env.PORT), '127.0.0.1')
    const said = new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (chunk) => (text += chunk))
      socket.on('close', () => resolve(text))
    })
    socket.write(
      'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
    )
    assert.match(await said, /^HTTP\/1\.1 400/)
  })

  test('{$self}: cannot give every object a key')
    .with(everyOtherOf((route) => writes(route)))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      for (const raw of sampleOf(POLLUTIONS)) {
        const request = knock(client, {
          route,
          target,
          sending: { ...sending, file: undefined, body: undefined },
        })
        const response = await request.json(raw as never).type('application/json')
        assert.isBelow(response.status(), 500, raw)
      }
      const query = '__proto__[polluted]=yes&constructor[prototype][polluted]=yes&a[__proto__][polluted]=yes'
      assert.isBelow((await knock(client, { route, target, sending }).qs(query)).status(), 500)
      assert.isUndefined(({} as { polluted?: string }).polluted)
      assert.isUndefined(([] as { polluted?: string }).polluted)
    })

  test('asks the API nothing that a JSON document does not say', async ({ assert }) => {
    for (const type of [
      'text/plain',
      'application/xml',
      'text/xml',
      'application/x-yaml',
      'multipart/mixed; boundary=x',
    ]) {
      const answer = await api(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        {
          'content-type': type,
        }
      )
      assert.isBelow(answer.status, 500)
      assert.notInclude(answer.body, 'root:')
    }
  })
})
