import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import QrBatch from '#app/qr_codes/qr_batch'
import LabelSheet from '#app/qr_codes/label_sheet'
import { factsOf } from '#app/qr_codes/label_sheet_facts'
import { LabelTemplate } from '#app/qr_codes/label_template'
import Tenant from '#app/tenancy/tenant'
import { makeCompany, makeMember, type Company, type Member } from '#tests/factories'

const DRAFT = { ...factsOf(LabelTemplate.find('a4-24')), name: 'Van roll', columns: 2, showsPhone: true }

const post = (client: ApiClient, { path, admin }: Company, body: object, who: Member = admin) =>
  client
    .post(path('/label_sheets'))
    .json(body)
    .loginAs(who.identity)
    .withCsrfToken()
    .withInertia()
    .redirects(0)

test.group('The label sheets of a company', () => {
  test('are begun with another one, chosen for a batch, and printed', async ({ client, assert }) => {
    const company = await makeCompany()
    const { inside, path, admin } = company
    const read = async (at: string) =>
      (await client.get(path(at)).loginAs(admin.identity).withInertia()).body().props
    const begun = await read('/label_sheets/new?from=letter-20')
    assert.containSubset(begun.sheet, { columns: 4, rows: 5, labelWidth: 50.8, pageWidth: 215.9 })
    ;(await post(client, company, DRAFT)).assertHeader('location', path('/label_sheets'))
    const { sheets } = await read('/label_sheets')
    assert.containSubset(sheets, [{ name: 'Van roll', columns: 2 }])
    const { templates } = await read('/qr_batches/new')
    assert.containSubset(templates[0], { key: sheets[0].id, perSheet: 16 })
    const made = await client
      .post(path('/qr_batches'))
      .json({ name: 'Vans', quantity: 4, template: sheets[0].id, startAt: 15, isDemo: true })
      .loginAs(admin.identity)
      .withCsrfToken()
      .redirects(0)
    made.assertStatus(302)
    const batch = await inside(() => QrBatch.findByOrFail('name', 'Vans'))
    const { batch: shown } = await read(`/qr_batches/${batch.id}`)
    assert.containSubset(shown, { template: 'Van roll', sheets: 2, startAt: 15 })
    const pdf = await client.get(path(`/qr_batches/${batch.id}/sheet`)).loginAs(admin.identity)
    pdf.assertStatus(200)
    const printings = await read(`/qr_batches/${batch.id}/printings`)
    assert.containSubset(printings.printings, [{ template: 'Van roll', sheets: 2 }])
    const gone = client.delete(path(`/label_sheets/${sheets[0].id}`)).loginAs(admin.identity)
    ;(await gone.withCsrfToken().redirects(0)).assertStatus(302)
    assert.isEmpty((await read('/label_sheets')).sheets)
    assert.equal((await read(`/qr_batches/${batch.id}`)).batch.template, 'Van roll')
  })

  test('show one label as it would be printed, with its words, to the millimetre', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { inside, path, admin, tenant } = company
    await inside(async () => {
      const own = await Tenant.findOrFail(tenant.id)
      await own.merge({ name: 'Łódź <Plumbing> & Sons', phone: '+13035550100' }).save()
    })
    const { name: _, text, ...facts } = DRAFT
    const show = (changes: object = {}, who: Member = admin) =>
      client
        .get(path('/label_sheets/preview'))
        .qs({ ...facts, ...changes } as never)
        .loginAs(who.identity)
    const answer = await show({ text: 'Call <us>', showsBatch: true })
    answer.assertStatus(200)
    answer.assertHeader('content-type', 'image/svg+xml')
    const svg = answer.text() ?? String(answer.body())
    const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(svg)!
    assert.deepEqual([width, height], ['180', '96.094'])
    const words = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text)
    assert.deepEqual(words, [
      'Lódz &lt;Plumbing&gt;',
      '&amp;\u00a0Sons',
      'Call &lt;us&gt;',
      '(303) 555-0100',
      'Spring route, north',
      'K7Q2-9F4M',
      'merry otter',
    ])
    const bare = await show({ showsCompany: false, showsPhone: false, showsPhrase: false })
    assert.deepEqual([...(bare.text() ?? String(bare.body())).matchAll(/<text/g)].length, 1)
    ;(await show({ labelHeight: 12, labelWidth: 12 })).assertStatus(422)
    ;(await show({ labelWidth: 'x' })).assertStatus(422)
    ;(await show({}, await makeMember(tenant, 'field_user'))).assertStatus(403)
  })

  test('are refused at the measure that does not fit, and changed by those who make batches only', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const wrong = await post(client, company, { ...DRAFT, columns: 4 })
    const errors = wrong.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.match(errors.labelWidth[0], /4 labels beside each other .* but the page is 210 mm wide/)
    const absurd = await post(client, company, { ...DRAFT, columns: 0, gapX: 'x', pageWidth: 1e9 })
    assert.sameMembers(Object.keys(absurd.flashMessage('inputErrorsBag') as object), [
      'columns',
      'gapX',
      'pageWidth',
    ])
    const ray = await makeMember(company.tenant, 'field_user')
    ;(await post(client, company, DRAFT, ray)).assertStatus(403)
    assert.isEmpty(await company.inside(() => LabelSheet.listed()))
  })
})
