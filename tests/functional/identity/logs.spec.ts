import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { LoggerFactory } from '@adonisjs/core/factories/logger'
import { HttpContextFactory, RequestFactory } from '@adonisjs/core/factories/http'
import { enterCompany } from '#app/identity/enter_company'
import { accessLine } from '#app/platform/http/access_log_middleware'
import { makeCompany } from '#tests/factories'

function contextOf(url: string, name: string) {
  const ctx = new HttpContextFactory()
    .merge({ request: new RequestFactory().merge({ url }).create() })
    .create()
  ctx.route = router.find(name)!
  return ctx
}

test.group('A log line', () => {
  test('says what was asked inside a company, by its address', ({ assert }) => {
    const line = accessLine(contextOf('/c/acme/leads?search=private', 'leads.leads.index'))
    assert.deepInclude(line!, { path: '/c/acme/leads', route: 'leads.leads.index', status: 200 })
  })

  test('holds no address that is a secret by itself', ({ assert }) => {
    for (const [url, name] of [
      ['/invitations/s3cr3t', 'identity.acceptances.create'],
      ['/logos/acme/s3cr3t', 'tenancy.logos.show'],
      ['/sign_in_links/s3cr3t', 'sign_in.link_sign_ins.create'],
      ['/password_resets/s3cr3t', 'sign_in.password_resets.create'],
    ]) {
      const line = accessLine(contextOf(url, name))
      assert.equal(line!.route, name)
      assert.notInclude(JSON.stringify(line), 's3cr3t')
    }
  })

  test('is not written for a file, a health probe or an address that nobody answers', ({ assert }) => {
    assert.isNull(accessLine(new HttpContextFactory().create()))
  })

  test('names the company and the user from the moment they are known', async ({ assert }) => {
    const { tenant, admin } = await makeCompany()
    tenant.state = 'active'
    const ctx = contextOf('/c/acme/leads', 'leads.leads.index')
    ctx.logger = new LoggerFactory().merge({ enabled: true, level: 'silent' }).create()
    enterCompany(ctx, tenant, admin.user, 'user')
    assert.deepInclude(ctx.logger.pino.bindings(), { tenant: tenant.slug, user: admin.user.id })
  })
})
