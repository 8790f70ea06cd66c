import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import { SYSTEM } from '#app/platform/database/current'
import Attachment from '#app/attachments/attachment'
import PhotoWorker from '#app/leads/photo_worker'
import { makeCompany, type Company } from '#tests/factories'
import { handOver } from '#tests/hand_over'
import { receiveLead } from '#tests/lead_factories'
import { aPhoto } from '#tests/photo_factories'

async function attachedPhoto({ tenant, inside }: Company) {
  const photo = await Attachment.hold(await aPhoto(), 'a.jpg', { tenantId: tenant.id, actor: SYSTEM })
  await inside(async () => photo.attachTo(await receiveLead()))
  return photo
}

/** What is written to the disk while `work` runs. */
async function writtenDuring(work: () => Promise<unknown>) {
  const { use } = drive
  const written: string[] = []
  drive.use = (() => {
    const disk = use.call(drive)
    const put = disk.putStream.bind(disk)
    return new Proxy(disk, {
      get: (target, name) =>
        name === 'putStream'
          ? (...given: Parameters<typeof put>) => {
              written.push(given[0])
              return put(...given)
            }
          : Reflect.get(target, name).bind?.(target),
    })
  }) as typeof use
  try {
    await work()
  } finally {
    drive.use = use
  }
  return written
}

test.group('The worker of photos', () => {
  test('makes each size once, however often it hears of the photo', async ({ assert }) => {
    const company = await makeCompany()
    const photo = await attachedPhoto(company)
    const hear = () => handOver(company.tenant.id, PhotoWorker)
    const sizes = [photo.keyOf('small'), photo.keyOf('web')]
    assert.deepEqual(await writtenDuring(hear), sizes)
    assert.deepEqual(await writtenDuring(hear), [])
    const { isPrepared } = await company.inside(() => Attachment.findOrFail(photo.id))
    assert.isTrue(isPrepared)
    // As after a death between the row and the note that the event was consumed.
    const again = () => new PhotoWorker().handle({ tenantId: company.tenant.id, subject: photo } as never)
    assert.deepEqual(await writtenDuring(again), [])
  })

  test('goes on with a photo whose sizes were written, but not noted', async ({ assert }) => {
    const company = await makeCompany()
    const photo = await attachedPhoto(company)
    await photo.prepare()
    await handOver(company.tenant.id, PhotoWorker)
    const { isPrepared } = await company.inside(() => Attachment.findOrFail(photo.id))
    assert.isTrue(isPrepared)
  })

  test('fails loudly while the disk does not answer, leaves a trace, and is calm when the photo is gone', async ({
    assert,
  }) => {
    const company = await makeCompany()
    const [unreadable, gone] = [await attachedPhoto(company), await attachedPhoto(company)]
    await drive.use().delete(unreadable.fileKey)
    await company.inside(() => gone.delete())
    const hear = (photo: Attachment) =>
      new PhotoWorker().handle({ tenantId: company.tenant.id, subject: photo } as never)
    await assert.rejects(() => hear(unreadable))
    const found = () => company.inside(() => Attachment.findOrFail(unreadable.id))
    const first = await found()
    assert.deepInclude(first, { isPrepared: false, isFailed: true })
    await assert.rejects(() => hear(unreadable))
    assert.equal((await found()).failedAt!.toMillis(), first.failedAt!.toMillis())
    await hear(gone)

    await drive.use().put(unreadable.fileKey, await readFile((await aPhoto()).path))
    await hear(unreadable)
    assert.deepInclude(await found(), { isPrepared: true, isFailed: false })
  })
})
