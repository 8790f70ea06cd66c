import { test } from '@japa/runner'
import { corsOrigins, requestsPerMinute } from '#config/api'
import AccessToken from '#app/access_tokens/access_token'
import { makeCompany, makeMember } from '#tests/factories'

const PAGE = 'https://partner.example.com'

test.group('The API | quotas', (group) => {
  const usual = { ...requestsPerMinute }
  group.each.teardown(() => void Object.assign(requestsPerMinute, usual))

  test('says what a minute holds and what is left of it, for the token and for the company', async ({
    client,
    assert,
  }) => {
    const { inside, admin, tenant } = await makeCompany()
    const { user } = await makeMember(tenant, 'agent')
    const [one, other] = await inside(async () => [
      await AccessToken.mint(admin.user, 'One'),
      await AccessToken.mint(user, 'Other'),
    ])
    const left = async (secret: string) => {
      const answer = await client.get('/api/users/me').bearerToken(secret)
      answer.assertHeader('ratelimit-policy', '"token";q=600;w=60, "company";q=3000;w=60')
      const [, ofToken, ofCompany] = /^"token";r=(\d+);t=\d+, "company";r=(\d+);t=\d+$/.exec(
        answer.header('ratelimit')!
      )!
      return [Number(ofToken), Number(ofCompany)]
    }
    const first = await left(one)
    const second = await left(one)
    const third = await left(other)
    const isSameMinute = second[1] < first[1] && third[1] < second[1]
    if (isSameMinute) {
      assert.deepEqual(second, [first[0] - 1, first[1] - 1])
      assert.deepEqual(third, [599, first[1] - 2])
    }
  })

  test('refuses what is beyond it until the minute is over, and nobody else’s', async ({
    client,
    assert,
  }) => {
    requestsPerMinute.token = 2
    const one = await makeCompany()
    const other = await makeCompany()
    const [mine, theirs] = await Promise.all(
      [one, other].map(({ inside, admin }) => inside(() => AccessToken.mint(admin.user, 'Test')))
    )
    const statuses: number[] = []
    let refused
    for (let count = 0; count < 6; count++) {
      const answer = await client.get('/api/users/me').bearerToken(mine)
      statuses.push(answer.status())
      if (answer.status() === 429) refused = answer
    }
    assert.include(statuses, 429)
    refused!.assertBodyContains({ code: 'E_QUOTA_EXCEEDED' })
    assert.match(refused!.header('ratelimit')!, /^"token";r=0;t=\d+/)
    assert.isAtMost(Number(refused!.header('retry-after')), 60)
    assert.isAtLeast(Number(refused!.header('retry-after')), 1)
    ;(await client.get('/api/users/me').bearerToken(theirs)).assertStatus(200)
  })
})

test.group('The API | pages of other origins', (group) => {
  group.setup(() => {
    corsOrigins.push(PAGE)
    return () => void corsOrigins.splice(0)
  })

  test('may call it when the installation names them, without cookies', async ({ client, assert }) => {
    const asked = await client.request('/api/leads', 'OPTIONS').headers({
      origin: PAGE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key,if-match',
    })
    asked.assertStatus(204)
    asked.assertHeader('access-control-allow-origin', PAGE)
    assert.isUndefined(asked.header('access-control-allow-credentials'))
    const { inside, admin } = await makeCompany()
    const secret = await inside(() => AccessToken.mint(admin.user, 'Test'))
    const answer = await client.get('/api/leads').bearerToken(secret).header('origin', PAGE)
    answer.assertHeader('access-control-allow-origin', PAGE)
    assert.include(answer.header('access-control-expose-headers')!, 'etag')
    assert.include(answer.header('vary')!.toLowerCase(), 'origin')
  })

  test('may not otherwise, and never outside the API', async ({ client, assert }) => {
    for (const [path, origin] of [
      ['/api/leads', 'https://evil.example.com'],
      ['/api/leads', `${PAGE}.evil.example.com`],
      ['/api/leads', 'null'],
      ['/login', PAGE],
    ]) {
      const answer = await client.get(path).header('origin', origin)
      assert.isUndefined(answer.header('access-control-allow-origin'), `${path} ${origin}`)
    }
  })
})

test.group('The API | names of requests', () => {
  test('a client may name its request, in letters that are safe in a log', async ({ client, assert }) => {
    const named = async (id: string) =>
      (await client.get('/api/leads').header('X-Request-Id', id)).body().requestId as string
    assert.equal(await named('import-2026-11-26.7:a'), 'import-2026-11-26.7:a')
    for (const odd of ['two words', 'x'.repeat(129), '"quoted"', '<b>'])
      assert.match(await named(odd), /^[0-9a-f-]{36}$|^[\w-]{10,40}$/)
    const answer = await client.get('/api/leads').header('X-Request-Id', 'mine')
    answer.assertHeader('x-request-id', 'mine')
  })
})
