import drive from '@adonisjs/drive/services/main'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { readFile, writeFile } from 'node:fs/promises'
import env from '#start/env'
import { Current, SYSTEM } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import { clock } from '#app/platform/clock'
import { AbandonedPhotos } from '#app/attachments/abandoned_photos'
import Attachment from '#app/attachments/attachment'
import { Document } from '#app/attachments/document'
import PhotoWorker from '#app/leads/photo_worker'
import { makeCompany } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { PDF } from '#tests/document_factories'
import { aPhoto } from '#tests/photo_factories'
import { diskOn } from '#tests/s3_disk'
import { S3Server } from '#tests/s3_server'

let server: S3Server

test.group('Files on S3', (group) => {
  group.each.setup(async () => {
    server = await new S3Server().open()
    const { use } = drive
    const disk = await diskOn(server.env)
    drive.use = () => disk as never
    return async () => {
      drive.use = use
      env.set('S3_DIRECT_DOWNLOADS', undefined)
      clock.comeBack()
      await server.close()
    }
  })

  test('photos are stored in three sizes, signed, read back byte for byte, and swept when nobody sent their form', async ({
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

  test('documents are fetched from there by an address of a minute where browsers reach it, and photos come through us', async ({
    client,
    assert,
  }) => {
    env.set('S3_DIRECT_DOWNLOADS', true)
    const company = await makeCompany()
    const unit = { tenantId: company.tenant.id, actor: SYSTEM }
    const photo = await aPhoto()
    const path = `${photo.path}.pdf`
    await writeFile(path, PDF)
    const files = [
      await Attachment.hold((await Document.read(path))!, 'Quote “1042”.pdf', unit),
      await Attachment.hold(photo, 'a.jpg', unit),
    ]
    const lead = await company.inside(async () => {
      const made = await receiveLead()
      for (const file of files) await file.attachTo(made)
      return made
    })
    const ask = ({ id }: Attachment) =>
      client
        .get(company.path(`/leads/${lead.id}/attachments/${id}`))
        .loginAs(company.admin.identity)
        .redirects(0)
    const [document, picture] = [await ask(files[0]), await ask(files[1])]
    picture.assertStatus(200)
    document.assertStatus(302)
    assert.match(document.header('cache-control')!, /no-store/)
    const address = document.header('location')!
    const saved = await fetch(address)
    assert.equal(saved.headers.get('content-type'), 'application/pdf')
    assert.match(saved.headers.get('content-disposition')!, /^attachment; filename="Quote _1042_\.pdf"/)
    assert.isTrue(Buffer.from(await saved.arrayBuffer()).equals(PDF))
    for (const changed of [
      address.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'),
      address.replace('attachment', 'inline'),
      address.replace(files[0].id, files[1].id),
    ])
      assert.equal((await fetch(changed)).status, 403, changed)

    server.objects.clear()
    const gone = await ask(files[0])
    gone.assertStatus(404)
    assert.notProperty(gone.headers(), 'location')
  })

  test('photos are sent anew when the storage breaks off in the middle', async ({ assert }) => {
    const company = await makeCompany()
    const photo = await aPhoto()
    server.breakOff(1)
    const held = await Attachment.hold(photo, 'a.jpg', { tenantId: company.tenant.id, actor: SYSTEM })
    assert.isTrue(server.objects.get(held.fileKey)!.content.equals(await readFile(photo.path)))
  })

  test('photos are refused to whoever has another key: nothing is stored, and nothing said to be', async ({
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
