import sharp from 'sharp'
import { test } from '@japa/runner'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtemp } from 'node:fs/promises'
import drive from '@adonisjs/drive/services/main'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import { Photo } from '#app/attachments/photo'
import PhotoWorker from '#app/leads/photo_worker'
import LinkToken from '#app/identity/link_token'
import Attachment from '#app/attachments/attachment'
import { disk } from '#app/attachments/disk'
import { FileMissingError } from '#app/attachments/errors'
import { makeCompany, makeMember, type Company } from '#tests/factories'
import { handOver, handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'

async function photographedLead({ tenant, inside }: Company) {
  const path = join(await mkdtemp(join(tmpdir(), 'photo-')), 'photo.png')
  await sharp({ create: { width: 900, height: 600, channels: 3, background: '#88aa44' } })
    .png()
    .toFile(path)
  const photo = await Attachment.hold(await Photo.read(path), 'boiler.png', {
    tenantId: tenant.id,
    actor: SYSTEM,
  })
  return inside(async () => {
    const lead = await receiveLead()
    await photo.attachTo(lead)
    return { lead, photo, secret: await LinkToken.mint({ kind: 'lead_status', subjectId: lead.id }) }
  })
}

test.group('Photos of a lead', () => {
  test('are shown to the desk, large and small', async ({ client, assert }) => {
    const company = await makeCompany()
    const { lead, photo } = await photographedLead(company)
    await handOver(company.tenant.id, PhotoWorker)
    const get = (size: string) =>
      client
        .get(company.path(`/leads/${lead.id}/attachments/${photo.id}`))
        .qs({ size })
        .loginAs(company.admin.identity)
    const [full, small] = [await get('full'), await get('small')]
    for (const response of [full, small]) {
      response.assertStatus(200)
      response.assertHeader('content-type', 'image/jpeg')
      response.assertHeader('x-content-type-options', 'nosniff')
      assert.match(response.header('cache-control')!, /private/)
    }
    assert.equal((await sharp(full.body()).metadata()).width, 900)
    assert.equal((await sharp(small.body()).metadata()).width, 480)
  })

  test('are being prepared until their sizes are made, and can be opened meanwhile', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { lead, photo, secret } = await photographedLead(company)
    const page = () =>
      client
        .get(company.path(`/leads/${lead.id}`))
        .loginAs(company.admin.identity)
        .withInertia()
    const small = () =>
      client
        .get(company.path(`/leads/${lead.id}/attachments/${photo.id}`))
        .qs({ size: 'small' })
        .loginAs(company.admin.identity)
    assert.containsSubset((await page()).body().props.photos, [{ id: photo.id, isPrepared: false }])
    const early = await small()
    early.assertHeader('cache-control', 'private, no-store')
    assert.equal((await sharp(early.body()).metadata()).width, 900)
    const before = (await client.get(`/s/${secret}`)).text()
    assert.include(before, 'Being prepared')
    assert.notInclude(before, '?size=small')

    await handOver(company.tenant.id, PhotoWorker)
    assert.containsSubset((await page()).body().props.photos, [{ id: photo.id, isPrepared: true }])
    assert.equal((await sharp((await small()).body()).metadata()).width, 480)
    const after = (await client.get(`/s/${secret}`)).text()
    assert.notInclude(after, 'Being prepared')
    assert.include(after, `${photo.id}?size=small`)
    assert.include(after, `${photo.id}?size=web`)
  })

  test('whose sizes could not be made say so, until whoever sees them has it tried again', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { lead, photo, secret } = await photographedLead(company)
    await company.inside(async () => (await Attachment.findOrFail(photo.id)).noteFailure())
    const page = () =>
      client
        .get(company.path(`/leads/${lead.id}`))
        .loginAs(company.admin.identity)
        .withInertia()
    const retry = () =>
      client
        .post(company.path(`/leads/${lead.id}/attachments/${photo.id}/preparation`))
        .withCsrfToken()
        .loginAs(company.admin.identity)
        .redirects(0)
    assert.containsSubset((await page()).body().props.photos, [{ isPrepared: false, isFailed: true }])
    assert.include((await client.get(`/s/${secret}`)).text(), 'No preview')
    const before = newId()

    ;(await retry()).assertStatus(302)
    ;(await retry()).assertStatus(302)
    assert.containsSubset((await page()).body().props.photos, [{ isPrepared: false, isFailed: false }])
    const asked = await company.inside(() => db.from('events').where('name', 'attachment.retried'))
    assert.lengthOf(asked, 1)
    await handOverAfter(before, company.tenant.id, PhotoWorker)
    assert.containsSubset((await page()).body().props.photos, [{ isPrepared: true, isFailed: false }])
  })

  test('whose file is lost are answered like any other thing that is not there, by a server that stays up', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const { lead, photo, secret } = await photographedLead(company)
    await drive.use().delete(photo.fileKey)
    await assert.rejects(() => disk.read(photo.fileKey), FileMissingError)
    const at = company.path(`/leads/${lead.id}/attachments/${photo.id}`)
    ;(await client.get(at).loginAs(company.admin.identity)).assertStatus(404)
    ;(await client.get(`/s/${secret}/attachments/${photo.id}`)).assertStatus(404)
  })

  test('are not there for who may not see the lead, nor under another lead', async ({ client }) => {
    const company = await makeCompany()
    const other = await makeCompany()
    const field = await makeMember(company.tenant, 'field_user')
    const { lead, photo } = await photographedLead(company)
    const second = await company.inside(() => receiveLead())
    const get = ({ path }: Company, leadId: string, { identity } = company.admin) =>
      client.get(path(`/leads/${leadId}/attachments/${photo.id}`)).loginAs(identity)
    ;(await get(company, lead.id, field)).assertStatus(404)
    ;(await get(company, second.id)).assertStatus(404)
    ;(await get(other, lead.id, other.admin)).assertStatus(404)
  })
})
