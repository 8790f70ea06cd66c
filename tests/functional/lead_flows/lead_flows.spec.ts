import { test } from '@japa/runner'
import LeadFlow, { stampOf } from '#app/lead_flows/lead_flow'
import { newQuestionId, type Question } from '#app/lead_flows/question'
import { makeCompany, makeMember } from '#tests/factories'

const ask = (more: Partial<Question> = {}): Question => ({
  id: newQuestionId(),
  type: 'short_text',
  label: 'What make is it?',
  help: null,
  required: true,
  options: [],
  ...more,
})

async function makeFlow() {
  const company = await makeCompany()
  const flow = await company.inside(() => LeadFlow.startFor(company.tenant))
  const basedOn = await company.inside(async () => stampOf(await flow.latest()))
  const draft = (questions: Question[], more = {}) => ({
    name: 'Heating',
    basedOn,
    intro: null,
    successText: null,
    questions,
    ...more,
  })
  return { ...company, flow, draft, url: company.path(`/lead_flows/${flow.id}`) }
}

test.group('Lead flows', () => {
  test('are listed, the standard one first', async ({ client }) => {
    const { inside, admin, path } = await makeFlow()
    await inside(() => LeadFlow.begin('A draft'))
    const response = await client.get(path('/lead_flows')).loginAs(admin.identity).withInertia()
    response.assertStatus(200)
    response.assertInertiaComponent('lead_flows/lead_flows/index')
    response.assertInertiaPropsContains({
      flows: [
        { name: 'Service request', isDefault: true, questions: 4, version: 1, isBeingChanged: false },
        { name: 'A draft', isDefault: false, questions: 4, version: null, isBeingChanged: true },
      ],
    })
  })

  test('a new one begins as a draft with questions to start from', async ({ client, assert }) => {
    const { admin, path, inside } = await makeFlow()
    const response = await client
      .post(path('/lead_flows'))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
      .form({ name: 'Heating' })
    const flow = await inside(() => LeadFlow.findByOrFail('name', 'Heating'))
    response.assertHeader('location', path(`/lead_flows/${flow.id}/edit`))
    assert.isNull(flow.publishedVersionId)
  })

  test('are saved as a draft, then published, through one form', async ({ client, assert }) => {
    const { admin, url, draft, inside, flow } = await makeFlow()
    const labels = async () =>
      (await inside(() => LeadFlow.versionFor(flow.id))).questions.map(({ label }) => label)
    const saved = await client
      .put(url)
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
      .json(draft([ask()]))
    saved.assertStatus(302)
    assert.lengthOf(await labels(), 4)
    const basedOn = await inside(async () => stampOf(await flow.latest()))
    await client
      .post(`${url}/publication`)
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
      .json(draft([ask({ label: 'How old is it?' })], { basedOn }))
    assert.deepEqual(await labels(), ['How old is it?'])
  })

  test('a draft is kept as it is being written, and refused where it makes no sense when it is published', async ({
    client,
    assert,
  }) => {
    const { admin, url, draft, inside, flow } = await makeFlow()
    const trade = ask({ type: 'choice', options: ['Gas', 'Oil'] })
    const after = (question: string, is: string[]) => ask({ condition: { question, is } })
    const wrong = [
      ask({ label: ' ' }),
      ask({ type: 'choice', options: ['One'] }),
      ask({ type: 'choice', options: ['A', ''] }),
      ask({ type: 'choice', options: ['A', 'A'] }),
      ask({ type: 'window', options: [] }),
      ask({ type: 'window', options: ['10:00-08:00'] }),
      ask({ type: 'choice', options: ['A', 'B'], preset: ['C'] }),
      ask({ type: 'number', preset: ['many'] }),
      trade,
      after(trade.id, ['Coal']),
      after('qnowhere', []),
      after(trade.id, ['Gas']),
    ]
    await client.put(url).loginAs(admin.identity).withCsrfToken().redirects(0).json(draft(wrong))
    const kept = await inside(() => flow.latest())
    assert.deepEqual([kept.version, kept.questions.length, kept.questions[0].label], [2, 12, ''])
    const response = await client
      .post(`${url}/publication`)
      .loginAs(admin.identity)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json(draft(wrong, { basedOn: stampOf(kept) }))
    response.assertStatus(422)
    const { errors } = JSON.parse(response.text())
    const said = errors.map(({ pointer, detail }: { pointer: string; detail: string }) => [pointer, detail])
    assert.deepEqual(Object.fromEntries(said), {
      '#/questions/0/label': 'Write the question.',
      '#/questions/1/options': 'Add at least two answers to choose from.',
      '#/questions/2/options/1': 'Write this answer, or remove it.',
      '#/questions/3/options': 'Two of these answers are the same.',
      '#/questions/4/options': 'Add at least one time of arrival.',
      '#/questions/5/options/0': 'Choose when the time begins, and a later end.',
      '#/questions/6/preset': 'This is no longer one of the answers. Choose again.',
      '#/questions/7/preset': 'Write a number, for example 2 or 3.5.',
      '#/questions/9/condition/question':
        'Its answer is not one of the answers there any more. Choose again.',
      '#/questions/10/condition/question': 'Choose a question that is asked before this one.',
    })
    assert.equal((await inside(() => LeadFlow.versionFor(flow.id))).version, 1)
  })

  test('are shown to their author as customers will get them, in a frame of our own only', async ({
    client,
    assert,
  }) => {
    const { admin, url, draft, inside, flow } = await makeFlow()
    await client
      .put(url)
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
      .json(draft([ask({ label: 'How old is the boiler?' }), ask({ label: ' ' })]))
    const preview = await client.get(`${url}/preview`).loginAs(admin.identity)
    preview.assertStatus(200)
    for (const shown of ['How old is the boiler?', 'Untitled', 'Hello A•••'])
      preview.assertTextIncludes(shown)
    assert.include(preview.header('content-security-policy')!, "frame-ancestors 'self'")
    assert.isUndefined(preview.header('x-frame-options'))
    assert.notInclude(preview.text(), 'data-draft')
    const editor = await client.get(`${url}/edit`).loginAs(admin.identity)
    assert.include(editor.header('content-security-policy')!, "frame-ancestors 'none'")
    assert.equal((await inside(() => LeadFlow.versionFor(flow.id))).questions.length, 4)
  })

  test('what cannot be published is not half saved', async ({ client, assert }) => {
    const { admin, url, draft, inside, flow } = await makeFlow()
    const response = await client
      .post(`${url}/publication`)
      .loginAs(admin.identity)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json(draft([ask({ type: 'section' })]))
    response.assertStatus(422)
    await inside(() => flow.refresh())
    assert.equal(flow.name, 'Service request')
    assert.equal((await inside(() => flow.latest())).version, 1)
  })

  test('what a type has no use for is left out', async ({ client, assert }) => {
    const { admin, url, draft, inside, flow } = await makeFlow()
    const questions = [ask({ options: ['left', 'over'] }), ask({ type: 'section', required: true })]
    await client.put(url).loginAs(admin.identity).withCsrfToken().redirects(0).json(draft(questions))
    const saved = (await inside(() => flow.latest())).questions
    assert.deepEqual(
      saved.map(({ options, required }) => [options, required]),
      [
        [[], true],
        [[], false],
      ]
    )
  })

  test('keep every version, and go back to one as a draft', async ({ client, assert }) => {
    const { admin, url, draft, inside, flow } = await makeFlow()
    await client
      .post(`${url}/publication`)
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
      .json(draft([ask({ label: 'How old is it?' })]))
    const list = await client.get(`${url}/versions`).loginAs(admin.identity).withInertia()
    list.assertInertiaPropsContains({
      versions: [
        { version: 2, isDraft: false, labels: ['How old is it?'] },
        { version: 1, isDraft: false },
      ],
    })
    const looked = await client.get(`${url}/preview?version=1`).loginAs(admin.identity)
    looked.assertTextIncludes('What do you need help with?')
    const back = (version: number) =>
      client
        .post(`${url}/restoration`)
        .loginAs(admin.identity)
        .withCsrfToken()
        .redirects(0)
        .header('accept', 'application/json')
        .json({ version })
    await back(1)
    const latest = await inside(() => flow.latest())
    assert.deepEqual([latest.version, latest.isDraft, latest.questions.length], [3, true, 4])
    assert.equal((await inside(() => LeadFlow.versionFor(flow.id))).version, 2)
    const unknown = await back(9)
    unknown.assertStatus(404)
  })

  test('a colleague’s changes are not overwritten', async ({ client, assert }) => {
    const { admin, url, draft, inside, flow } = await makeFlow()
    const save = (label: string) =>
      client
        .put(url)
        .loginAs(admin.identity)
        .withCsrfToken()
        .header('accept', 'application/json')
        .json(draft([ask({ label })]))
    await save('First')
    const response = await save('Second')
    response.assertStatus(409)
    const form = await client
      .put(url)
      .loginAs(admin.identity)
      .withCsrfToken()
      .withInertia()
      .redirects(0)
      .json(draft([ask()]))
    form.assertStatus(303)
    assert.match(String(form.flashMessage('error')), /Somebody else saved this flow/)
    assert.equal((await inside(() => flow.latest())).questions[0].label, 'First')
  })

  test('belong to administrators and supervisors', async ({ client }) => {
    const { tenant, url, path, draft } = await makeFlow()
    for (const [role, status] of [
      ['supervisor', 200],
      ['agent', 403],
      ['field_user', 403],
    ] as const) {
      const { identity } = await makeMember(tenant, role)
      const list = await client.get(path('/lead_flows')).loginAs(identity).withInertia()
      list.assertStatus(status)
    }
    const { identity } = await makeMember(tenant, 'agent')
    for (const request of [
      client.put(url).json(draft([])),
      client.post(`${url}/publication`).json(draft([])),
      client.delete(url),
      client.delete(`${url}/draft`),
      client.post(`${url}/standard`),
    ]) {
      const response = await request.loginAs(identity).withCsrfToken().header('accept', 'application/json')
      response.assertStatus(403)
    }
  })

  test('of another company do not exist', async ({ client }) => {
    const [mine, theirs] = [await makeFlow(), await makeFlow()]
    const url = mine.path(`/lead_flows/${theirs.flow.id}`)
    for (const request of [
      client.get(`${url}/edit`),
      client.get(`${url}/preview`),
      client.get(`${url}/versions`),
      client.post(`${url}/restoration`).json({ version: 1 }),
      client.put(url).json(theirs.draft([ask()])),
      client.post(`${url}/publication`).json(theirs.draft([ask()])),
      client.delete(url),
      client.delete(`${url}/draft`),
      client.post(`${url}/standard`),
    ]) {
      const response = await request
        .loginAs(mine.admin.identity)
        .withCsrfToken()
        .header('accept', 'application/json')
      response.assertStatus(404)
    }
  })

  test('the standard one stays, another can take its place', async ({ client, assert }) => {
    const { admin, url, path, inside, flow } = await makeFlow()
    const refused = await client
      .delete(url)
      .loginAs(admin.identity)
      .withCsrfToken()
      .header('accept', 'application/json')
    refused.assertStatus(409)
    const other = await inside(async () => {
      const begun = await LeadFlow.begin('Heating')
      await begun.publish()
      return begun
    })
    await client
      .post(path(`/lead_flows/${other.id}/standard`))
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    await client.delete(url).loginAs(admin.identity).withCsrfToken().redirects(0)
    await inside(() => flow.refresh())
    assert.isNotNull(flow.archivedAt)
  })
})
