import { test } from '@japa/runner'
import { ATTEMPTS, makeTarget, type Target } from '#tests/security/cases'
import { attemptOn, knock, namesOf, routeNamed, routes } from '#tests/security/surface'

test.group('The attacked surface', (group) => {
  let target: Target
  group.setup(async () => {
    target = await makeTarget()
  })

  test('has a good request for every route, from which the attacks are made', ({ assert }) => {
    const missing = routes()
      .filter(({ name }) => !name || !(name in ATTEMPTS))
      .map(
        ({ name, pattern }) =>
          `${name ?? pattern}: add a good request to stranger/cases.ts or security/cases.ts`
      )
    assert.deepEqual(missing, [])
    const gone = Object.keys(ATTEMPTS).filter((name) => !routes().some((route) => route.name === name))
    assert.deepEqual(gone, [])
  })

  test('{$self}: the good request is taken')
    .with(namesOf(() => true))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const sending = await attemptOn(route).send(target)
      const response = await knock(client, { route, target, sending })
      const { as, refusedWith, endsAtSignIn } = attemptOn(route)
      if (refusedWith) assert.equal(response.status(), refusedWith)
      else assert.isBelow(response.status(), 400, response.text()?.slice(0, 300))
      if (endsAtSignIn) assert.match(response.header('location') ?? '', /\/login$/)
      else assert.notMatch(response.header('location') ?? '', /\/(login|confirmation)$/)
      if (as !== 'api' && !endsAtSignIn && !refusedWith) assert.notProperty(response.flashMessages(), 'error')
    })
})
