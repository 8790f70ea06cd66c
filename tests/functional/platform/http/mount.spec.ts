import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { isTenantRoute } from '#app/platform/http/mount'
import { newId } from '#app/platform/ids'
import { makeCompany, makeSuperUser } from '#tests/factories'

const routes = () => Object.values(router.toJSON()).flat()
const filled = (pattern: string) => pattern.replace(/:\w+\??/g, () => newId()).replace('*', 'x')
const methodOf = ({ methods }: { methods: string[] }) => methods.find((method) => method !== 'HEAD')!

test.group('Companies in the path', () => {
  test('a page of a company does not exist without one', async ({ client, assert }) => {
    const { admin } = await makeCompany()
    for (const route of routes().filter(isTenantRoute)) {
      const response = await client
        .request(filled(route.pattern), methodOf(route))
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
      assert.equal(response.status(), 404, `${methodOf(route)} ${route.pattern}`)
    }
  })

  test('any other page does not exist under a company', async ({ client, assert }) => {
    const { path } = await makeCompany()
    const superUser = await makeSuperUser()
    for (const route of routes().filter((one) => !isTenantRoute(one))) {
      const response = await client
        .request(path(filled(route.pattern)), methodOf(route))
        .loginAs(superUser)
        .withCsrfToken()
        .redirects(0)
      assert.equal(response.status(), 404, `${methodOf(route)} ${route.pattern}`)
    }
  })

  test('an unknown, foreign or nested company does not exist', async ({ client }) => {
    const { admin, path } = await makeCompany()
    const other = await makeCompany()
    for (const url of [
      '/c/nobody/leads',
      other.path('/leads'),
      path(other.path('/leads')),
      path('/../leads'),
      '/c//leads',
    ]) {
      const response = await client.get(url).loginAs(admin.identity).redirects(0)
      response.assertStatus(404)
    }
  })

  test('links and redirects keep the company', async ({ client, assert }) => {
    const { admin, path } = await makeCompany()
    const response = await client.get(path('/home')).loginAs(admin.identity).redirects(0)
    assert.equal(response.header('location'), path('/dashboard'))
  })
})
