import { test } from '@japa/runner'
import Tenant from '#app/tenancy/tenant'
import { makeCompany, makeMember } from '#tests/factories'
import { formErrors } from '#tests/form_errors'

const SETTINGS = {
  name: 'Brightwater',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  currency: 'EUR',
  locale: 'de-DE',
  brandColor: '#1d4ed8',
  phone: '030 901820',
  email: 'hello@brightwater.example',
  website: 'https://brightwater.example',
}

test.group('Settings', () => {
  test('are the admin’s', async ({ client }) => {
    const { tenant, path } = await makeCompany()
    for (const role of ['supervisor', 'agent', 'field_user', 'associate'] as const) {
      const { identity } = await makeMember(tenant, role)
      ;(await client.get(path('/settings')).loginAs(identity)).assertStatus(403)
      ;(await client.put(path('/settings')).json(SETTINGS).loginAs(identity).withCsrfToken()).assertStatus(
        403
      )
    }
  })

  test('are saved, with the phone number read in the country that was chosen', async ({ client, assert }) => {
    const { tenant, path, admin } = await makeCompany()
    const page = await client.get(path('/settings')).loginAs(admin.identity).withInertia()
    page.assertInertiaComponent('tenancy/settings/edit')
    const answer = await client
      .put(path('/settings'))
      .json({ ...SETTINGS, slug: 'stolen', state: 'deactivated' })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    answer.assertFlashMessage('notice', 'Settings saved')
    const saved = (await Tenant.bySlug(tenant.slug))!
    assert.deepInclude(saved.toJSON(), {
      ...SETTINGS,
      phone: '+4930901820',
      state: 'active',
      slug: tenant.slug,
    })
  })

  test('make a colour readable, and take nothing that is no colour, place, currency, language or address', async ({
    client,
    assert,
  }) => {
    const { tenant, path, admin } = await makeCompany()
    const put = (changes: Partial<typeof SETTINGS>) =>
      client
        .put(path('/settings'))
        .json({ ...SETTINGS, ...(changes.country && { phone: null }), ...changes })
        .header('accept', 'text/html')
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
    await put({ brandColor: '#ffff00' })
    assert.match((await Tenant.bySlug(tenant.slug))!.brandColor, /^#[0-9a-f]{6}$/)
    assert.notEqual((await Tenant.bySlug(tenant.slug))!.brandColor, '#ffff00')
    for (const [field, value] of Object.entries({
      brandColor: 'red;background:url(x)',
      country: 'ZZ',
      currency: 'ABC',
      timeZone: 'Mars/Olympus',
      locale: 'xx-DE"><script>',
      website: 'javascript:alert(1)',
      phone: '12',
      email: 'nobody',
      name: 'x'.repeat(121),
    })) {
      const answer = await put({ [field]: value })
      assert.deepEqual(Object.keys(formErrors(answer)), [field])
    }
  })

  test('reach every page of the company at once', async ({ client, assert }) => {
    const { path, admin } = await makeCompany()
    await client.put(path('/settings')).json(SETTINGS).loginAs(admin.identity).withCsrfToken().redirects(0)
    const page = await client.get(path('/leads')).loginAs(admin.identity).withInertia()
    const { company } = page.inertiaProps as { company: object }
    const { name, timeZone, country, currency, locale, brandColor } = SETTINGS
    assert.deepInclude(company, { name, timeZone, country, currency, locale, brandColor, logoUrl: null })
  })
})
