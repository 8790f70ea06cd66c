import { test } from '@japa/runner'
import LeadFlow from '#app/lead_flows/lead_flow'
import { makeCompany, makeMember } from '#tests/factories'

const WAYS = {
  path: 'heating-help',
  sites: ['https://WWW.Example.com/contact'],
  redirectUrl: 'https://www.example.com/thanks',
  leadStatus: 'in_progress',
  assigneeId: null as string | null,
  teamId: null as string | null,
}

async function makeFlow() {
  const company = await makeCompany()
  const flow = await company.inside(() => LeadFlow.startFor(company.tenant))
  return { ...company, flow, url: company.path(`/lead_flows/${flow.id}/ways`) }
}

test.group('Ways to a lead flow', () => {
  test('are arranged, and the history tells it', async ({ client, assert }) => {
    const { admin, url, inside, flow, tenant } = await makeFlow()
    const page = await client.get(url).loginAs(admin.identity).withInertia()
    page.assertInertiaComponent('lead_flows/ways/edit')
    const { user } = await makeMember(tenant, 'agent')
    const saved = await client
      .put(url)
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
      .json({ ...WAYS, assigneeId: user.id })
    saved.assertStatus(302)
    await inside(() => flow.refresh())
    assert.deepInclude(
      { ...flow.$attributes },
      { path: 'heating-help', sites: ['www.example.com'], leadStatus: 'in_progress', assigneeId: user.id }
    )
  })

  test('lead to own sites only, and stand under an address that is free and plain', async ({
    client,
    assert,
  }) => {
    const { admin, url, inside, path } = await makeFlow()
    const other = await inside(() => LeadFlow.begin('Other'))
    const put = (address: string, ways: object) =>
      client
        .put(address)
        .loginAs(admin.identity)
        .withCsrfToken()
        .header('accept', 'application/json')
        .json({ ...WAYS, ...ways })
    const said = async (ways: object, address = url) => {
      const response = await put(address, ways)
      response.assertStatus(422)
      return JSON.parse(response.text()).errors[0].detail as string
    }
    for (const redirectUrl of [
      'http://www.example.com',
      'javascript:alert(1)',
      '//evil.test',
      'https://a@www.example.com/',
    ])
      assert.match(await said({ redirectUrl }), /begins with https/, redirectUrl)
    for (const redirectUrl of [
      'https://evil.test/',
      'https://www.example.com.evil.test',
      'https://www.example.com:444/',
    ])
      assert.match(await said({ redirectUrl }), /own sites first/, redirectUrl)
    for (const site of ['*', 'localhost', "example.com 'unsafe'", 'exa;mple.com', '-a.com'])
      assert.match(await said({ sites: [site], redirectUrl: null }), /host of a site/, site)
    for (const wrong of ['Two words', '-a-', 'ä b', '../x'])
      assert.match(await said({ path: wrong }), /letters, figures/)
    await put(url, {})
    assert.match(await said({}, path(`/lead_flows/${other.id}/ways`)), /has this address already/)
  })

  test('name people and teams of this company only', async ({ client }) => {
    const { admin, url } = await makeFlow()
    const stranger = await makeCompany()
    const response = await client
      .put(url)
      .loginAs(admin.identity)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json({ ...WAYS, assigneeId: stranger.admin.user.id })
    response.assertStatus(404)
  })
})
