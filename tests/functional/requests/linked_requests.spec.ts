import { test } from '@japa/runner'
import Team from '#app/access/team'
import LeadFlow, { type FlowWays } from '#app/lead_flows/lead_flow'
import Lead from '#app/leads/lead'
import { openForm, somewhere } from '#tests/functional/requests/setting'
import { makeCompany, makeMember, unique } from '#tests/factories'

const WAYS: FlowWays = {
  path: 'help',
  sites: [],
  redirectUrl: null,
  leadStatus: 'new',
  assigneeId: null,
  teamId: null,
}
const CONTACT = { name: 'Ann  Lee', phone: '(303) 555-0199' }

async function makeOpenFlow(ways: Partial<FlowWays> = {}) {
  const company = await makeCompany()
  const flow = await company.inside(async () => {
    const standard = await LeadFlow.startFor(company.tenant)
    await standard.arrange({ ...WAYS, ...ways })
    return standard
  })
  const [first] = await company.inside(async () => (await LeadFlow.versionFor(flow.id)).questions)
  const answers = { [first.id]: 'The heating is cold' }
  const leads = () => company.inside(() => Lead.query().orderBy('id'))
  return { ...company, flow, answers, leads, path: `/f/${company.tenant.slug}/help` }
}

test.group('Requests | by a plain link', () => {
  test('are asked for a name and a way to be reached, and become a lead of nobody known', async ({
    client,
    assert,
  }) => {
    const { path, answers, leads } = await makeOpenFlow()
    const { page, stamp } = await openForm(client, path)
    assert.include(page, 'Your name')
    assert.notInclude(page, 'Does your sticker say')
    const send = (contact: object) =>
      client.post(path).header('x-forwarded-for', somewhere()).redirects(0).form({ stamp, answers, contact })
    const refused = await send({})
    refused.assertStatus(422)
    for (const words of ['Write your name.', 'Write a phone number']) refused.assertTextIncludes(words)
    refused.assertTextIncludes('<a href="#contact-name">Your name</a>: Write your name.')
    refused.assertTextIncludes('The heating is cold')
    const taken = await send(CONTACT)
    taken.assertStatus(303)
    assert.match(taken.header('location')!, /^\/s\/.+\?sent=/)
    await send(CONTACT)
    const [lead, ...more] = await leads()
    assert.lengthOf(more, 0)
    assert.deepInclude(
      { ...lead.$attributes },
      {
        source: 'link',
        customerId: null,
        qrCodeId: null,
        contactName: 'Ann Lee',
        contactPhone: '+13035550199',
      }
    )
  })

  test('are not taken where no flow is open, and the company’s phone stands there instead', async ({
    client,
    assert,
  }) => {
    const { path, tenant, flow, inside } = await makeOpenFlow()
    const { stamp } = await openForm(client, path)
    await inside(() => flow.arrange({ ...WAYS, path: null }))
    for (const response of [await client.get(path), await client.post(path).form({ stamp })]) {
      response.assertStatus(404)
      response.assertTextIncludes('tel:+13035550100')
      assert.notInclude(response.text(), '<form')
    }
    const nobody = await client.get('/f/no-such-company/help')
    nobody.assertStatus(404)
    await inside(async () => {
      await flow.arrange(WAYS)
      await tenant.refresh()
      await tenant.deactivate('unpaid')
    })
    for (const frozen of [await client.get(path), await client.post(path).form({ stamp })]) {
      frozen.assertStatus(410)
      frozen.assertTextIncludes('tel:+13035550100')
      assert.notInclude(frozen.text(), '<form')
    }
  })

  test('of one company are not open under the name of another', async ({ client }) => {
    const [mine, theirs] = [await makeOpenFlow(), await makeOpenFlow({ path: 'theirs' })]
    const { stamp } = await openForm(client, mine.path)
    const elsewhere = await client.get(`/f/${mine.tenant.slug}/theirs`)
    elsewhere.assertStatus(404)
    const carried = await client
      .post(`/f/${theirs.tenant.slug}/theirs`)
      .header('x-forwarded-for', somewhere())
      .form({ stamp, answers: theirs.answers, contact: CONTACT })
    carried.assertStatus(422)
    carried.assertTextIncludes('This page was renewed')
  })

  test('begin their way as the flow has arranged, in its name', async ({ client, assert }) => {
    const { path, answers, leads, inside, flow, tenant } = await makeOpenFlow()
    const { user } = await makeMember(tenant, 'agent')
    const team = await inside(() => Team.make({ name: unique('Heating'), parentId: null }))
    await inside(() =>
      flow.arrange({ ...WAYS, leadStatus: 'in_progress', assigneeId: user.id, teamId: team.id })
    )
    const { stamp } = await openForm(client, path)
    await client
      .post(path)
      .header('x-forwarded-for', somewhere())
      .redirects(0)
      .form({ stamp, answers, contact: CONTACT })
    const [lead] = await leads()
    assert.deepInclude(
      { ...lead.$attributes },
      { status: 'in_progress', assigneeId: user.id, teamId: team.id }
    )
  })

  test('lead on to a page of the company, which browsers let the form do', async ({ client, assert }) => {
    const redirectUrl = 'https://www.example.com/thanks?a=1'
    const { path, answers } = await makeOpenFlow({ redirectUrl, sites: ['www.example.com'] })
    const response = await client.get(path)
    assert.include(response.header('content-security-policy')!, "form-action 'self' https://www.example.com")
    const { stamp } = await openForm(client, path)
    const sent = await client
      .post(path)
      .header('x-forwarded-for', somewhere())
      .redirects(0)
      .form({ stamp, answers, contact: CONTACT })
    assert.equal(sent.header('location'), redirectUrl)
  })
})

test.group('Requests | on the company’s own site', () => {
  test('stand in frames of the named sites and no others', async ({ client, assert }) => {
    const { path, answers, leads } = await makeOpenFlow({ sites: ['www.example.com', 'shop.example.com'] })
    const { page, stamp } = await openForm(client, `${path}/embedded`)
    assert.notInclude(page, 'Powered by')
    const frame = await client.get(`${path}/embedded`)
    assert.match(
      frame.header('content-security-policy')!,
      /frame-ancestors https:\/\/www\.example\.com https:\/\/shop\.example\.com(;|$)/
    )
    assert.isUndefined(frame.header('x-frame-options'))
    const plain = await client.get(path)
    assert.include(plain.header('content-security-policy')!, "frame-ancestors 'none'")
    assert.equal(plain.header('x-frame-options'), 'DENY')
    const sent = await client
      .post(`${path}/embedded`)
      .header('x-forwarded-for', somewhere())
      .form({ stamp, answers, contact: CONTACT })
    sent.assertStatus(200)
    sent.assertTextIncludes('Your request was sent')
    assert.match(sent.text(), /href="\/s\/[^"]+" target="_blank"/)
    assert.include(sent.header('content-security-policy')!, 'frame-ancestors https://www.example.com')
    assert.equal((await leads())[0].source, 'embed')
  })

  test('do not stand anywhere while no site is named', async ({ client }) => {
    const { path } = await makeOpenFlow()
    const response = await client.get(`${path}/embedded`)
    response.assertStatus(404)
  })
})
