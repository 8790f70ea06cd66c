import { test } from '@japa/runner'
import { makeCompany } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'

test.group('Pages of the staff', () => {
  test('carry any text as data, which neither ends nor swallows the rest of the page', async ({
    client,
    assert,
  }) => {
    const { admin, path, inside } = await makeCompany()
    const name = '<!--<script>Ann</script>'
    await inside(() => receiveLead({ contact: { name } }))
    const page = (await client.get(path('/leads')).loginAs(admin.identity)).text()
    const [, data] = /<script data-page="app" type="application\/json">([^<]*)<\/script>/.exec(page)!
    assert.equal(JSON.parse(data).props.leads[0].contactName, name)
  })
})
