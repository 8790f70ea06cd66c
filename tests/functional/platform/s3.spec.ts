import { Disk } from '@adonisjs/drive'
import { Secret } from '@adonisjs/core/helpers'
import app from '@adonisjs/core/services/app'
import drive from '@adonisjs/drive/services/main'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'
import env from '#start/env'
import { s3 } from '#config/drive'
import { Current, SYSTEM } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import { clock } from '#app/platform/clock'
import { AbandonedPhotos } from '#app/attachments/abandoned_photos'
import Attachment from '#app/attachments/attachment'
import PhotoWorker from '#app/leads/photo_worker'
import { makeCompany } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { aPhoto } from '#tests/photo_factories'
import { S3Server } from '#tests/s3_server'

let server: S3Server

/** The disk of the product, as its configuration makes it for this environment. */
async function diskOn(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings))
    env.set(name as never, (name === 'S3_SECRET' ? new Secret(value) : value) as never)
  const make = await s3().resolver('disk', app, [])
  return new Disk(make())
}

test.group('Photos on S3', (group) => {
  group.each.setup(async () => {
    server = await new S3Server().open()
    const { use } = drive
    const disk = await diskOn(server.env)
    drive.use = () => disk as never
    return async () => {
      drive.use = use
      clock.comeBack()
      await server.close()
    }
  })

  test('are stored in three sizes, signed, read back byte for byte, and swept when nobody sent their form', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const unit = { tenantId: company.tenant.id, actor: SYSTEM }
    const photo = await aPhoto()
    const begin = newId()
    clock.travelTo(DateTime.utc().minus({ days: 3 }))
    const abandoned = await Attachment.hold(photo, 'never-sent.jpg', unit)
    const kept = await Attachment.hold(photo, 'sent.jpg', unit)
    clock.comeBack()
    const lead = await Current.run(unit, async () => {
      const made = await receiveLead()
      await (await Attachment.findOrFail(kept.id)).attachTo(made)
      return made
    })
    await handOverAfter(begin, company.tenant.id, PhotoWorker)
    const ofKept = [kept.fileKey, kept.keyOf('small'), kept.keyOf('web')]
    assert.sameMembers([...server.objects.keys()], [abandoned.fileKey, ...ofKept])
    assert.isTrue([...server.objects.values()].every(({ type }) => type === 'image/jpeg'))

    const shown = await client
      .get(company.path(`/leads/${lead.id}/attachments/${kept.id}`))
      .loginAs(company.admin.identity)
    shown.assertStatus(200)
    assert.isTrue(Buffer.from(shown.body()).equals(await readFile(photo.path)))

    await AbandonedPhotos.sweep()
    assert.sameMembers([...server.objects.keys()], ofKept)
    assert.deepEqual(server.refused, [])
  })

  test('are sent anew when the storage breaks off in the middle', async ({ assert }) => {
    const company = await makeCompany()
    const photo = await aPhoto()
    server.breakOff(1)
    const held = await Attachment.hold(photo, 'a.jpg', { tenantId: company.tenant.id, actor: SYSTEM })
    assert.isTrue(server.objects.get(held.fileKey)!.content.equals(await readFile(photo.path)))
  })

  test('are refused to whoever has another key: nothing is stored, and nothing said to be', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const disk = await diskOn({ ...server.env, S3_SECRET: 'another secret' })
    drive.use = () => disk as never
    const unit = { tenantId: company.tenant.id, actor: SYSTEM }
    await assert.rejects(async () => Attachment.hold(await aPhoto(), 'a.jpg', unit))
    assert.isEmpty([...server.objects.keys()])
    const [row] = await company.inside(() => Attachment.all())
    assert.isNull(row.storedAt)
  })
})
