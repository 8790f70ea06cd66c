import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import { clock } from '#app/platform/clock'
import { newId } from '#app/platform/ids'
import { SYSTEM } from '#app/platform/database/current'
import AbandonedPhotosTimer from '#app/attachments/abandoned_photos_timer'
import Attachment from '#app/attachments/attachment'
import Lead from '#app/leads/lead'
import { makeCompany } from '#tests/factories'
import { aPhoto } from '#tests/photo_factories'

test.group('Abandoned photos', (group) => {
  group.each.teardown(() => clock.comeBack())

  test('are removed with their files after two days; those of a lead stay', async ({ assert }) => {
    const { tenant, inside } = await makeCompany()
    const hold = async (daysAgo: number) => {
      clock.travelTo(DateTime.utc().minus({ days: daysAgo }))
      const held = await Attachment.hold(await aPhoto(), 'a.jpg', { tenantId: tenant.id, actor: SYSTEM })
      clock.comeBack()
      return held
    }
    const [old, fresh, used] = [await hold(3), await hold(1), await hold(3)]
    await inside(async () => {
      const contact = { name: 'Ann', phone: null, email: null, address: null }
      const lead = await Lead.receive({
        key: null,
        source: 'manual',
        customerId: null,
        contact,
        summary: 'Leak',
        answers: [],
      })
      await used.attachTo(lead)
    })
    await new AbandonedPhotosTimer().handle()
    await new AbandonedPhotosTimer().handle()
    const left = await inside(() => Attachment.query().orderBy('id'))
    assert.sameMembers(
      left.map(({ id }) => id),
      [fresh.id, used.id]
    )
    const exists = await Promise.all([old, fresh, used].map(({ fileKey }) => drive.use().exists(fileKey)))
    assert.deepEqual(exists, [false, true, true])
  })

  test('whose files were never written are removed too', async ({ assert }) => {
    const { inside } = await makeCompany()
    clock.travelTo(DateTime.utc().minus({ days: 3 }))
    const lost = { key: `photos/${newId()}`, name: 'a.jpg', contentType: 'image/jpeg', sizeBytes: 1 }
    await inside(() => Attachment.create(lost))
    clock.comeBack()
    await new AbandonedPhotosTimer().handle()
    assert.isEmpty(await inside(() => Attachment.all()))
  })
})
