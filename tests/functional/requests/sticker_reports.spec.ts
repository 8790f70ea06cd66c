import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { newId } from '#app/platform/ids'
import Delivery from '#app/deliveries/delivery'
import MailWorker from '#app/notifications/mail_worker'
import Notification from '#app/notifications/notification'
import NotificationWorker from '#app/notifications/notification_worker'
import StickerReport, { MOST_REPORTS } from '#app/qr_codes/sticker_report'
import { makeCompany, makeMember } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'
import { eventNames } from '#tests/lead_factories'
import { makeQrCode } from '#tests/qr_factories'
import { somewhere } from '#tests/functional/requests/setting'

async function stampOf(client: ApiClient, path: string) {
  const page = await client.get(`${path}/report`)
  return /name="stamp" value="([^"]+)"/.exec(page.text())![1]
}

async function report(client: ApiClient, path: string, more: object = {}) {
  const form = { stamp: await stampOf(client, path), comment: 'Another sticker lies over it', ...more }
  return client.post(`${path}/report`).header('x-forwarded-for', somewhere()).form(form)
}

async function setting() {
  const company = await makeCompany()
  const code = await company.inside(() => makeQrCode())
  return { ...company, code, link: `/q/${code.token}` }
}

test.group('A sticker that looks tampered with', () => {
  test('is reported without an account, told to the company once, and marked until somebody clears it', async ({
    client,
    assert,
  }) => {
    const { tenant, inside, admin, code, link, path } = await setting()
    const agent = await makeMember(tenant, 'agent')
    const before = newId()
    const sent = await report(client, link)
    sent.assertStatus(200)
    sent.assertTextIncludes('Thank you, it is reported')
    ;(await report(client, link, { comment: '' })).assertStatus(200)
    await handOverAfter(before, tenant.id, NotificationWorker, MailWorker)
    await inside(async () => {
      assert.deepEqual(await eventNames(code), ['qr_code.suspected'])
      const told = await Notification.query().where('kind', 'qr_code.suspected')
      assert.deepEqual(
        told.map(({ userId }) => userId),
        [admin.user.id]
      )
      assert.equal(told[0].body, 'Another sticker lies over it')
      const mail = await Delivery.findByOrFail('kind', 'qr_code_suspected')
      assert.include(mail.bodyText, code.displayCode)
    })
    const page = () =>
      client
        .get(path(`/qr_codes/${code.id}`))
        .loginAs(admin.identity)
        .withInertia()
    const { reports } = (await page()).body().props
    assert.deepEqual(
      reports.map(({ comment }: { comment: string | null }) => comment),
      [null, 'Another sticker lies over it']
    )
    const listed = async () => {
      const list = client.get(path(`/qr_batches/${code.qrBatchId}`)).qs({ state: 'reported' })
      const { props } = (await list.loginAs(admin.identity).withInertia()).body()
      return { count: props.counts.reported, codes: props.codes.length, suspected: props.suspected }
    }
    assert.deepEqual(await listed(), { count: 1, codes: 1, suspected: [code.id] })
    const clear = (member: typeof agent) =>
      client
        .post(path(`/qr_codes/${code.id}/clearance`))
        .loginAs(member.identity)
        .withCsrfToken()
        .redirects(0)
        .accept('json')
    ;(await clear(agent)).assertStatus(403)
    ;(await clear(admin)).assertStatus(302)
    ;(await clear(admin)).assertStatus(302)
    assert.isEmpty((await page()).body().props.reports)
    assert.deepEqual(await listed(), { count: 0, codes: 0, suspected: [] })
    await inside(async () =>
      assert.deepEqual(await eventNames(code), ['qr_code.suspected', 'qr_code.cleared'])
    )
    await report(client, link)
    await inside(async () => assert.lengthOf(await StickerReport.openOf(code), 1))
  })

  test('is reported in the language of whoever stands before it', async ({ client }) => {
    const { link } = await setting()
    const page = await client.get(`${link}/report`).qs({ language: 'es' })
    page.assertTextIncludes('¿Parece manipulada esta etiqueta?')
    const sent = await report(client, link, { language: 'es' })
    sent.assertTextIncludes('Gracias, hemos recibido su aviso')
  })

  test('counts each form once, no robot, no form of another code, and nothing beyond measure', async ({
    client,
    assert,
  }) => {
    const { inside, code, link } = await setting()
    const other = await inside(() => makeQrCode())
    const stamp = await stampOf(client, link)
    await Promise.all([1, 2].map(() => report(client, link, { stamp })))
    await inside(async () => assert.lengthOf(await StickerReport.openOf(code), 1))
    const foreign = await report(client, link, { stamp: await stampOf(client, `/q/${other.token}`) })
    foreign.assertStatus(422)
    foreign.assertTextIncludes('Another sticker lies over it')
    ;(await report(client, link, { website: 'x' })).assertStatus(422)
    await inside(async () => {
      for (let count = 0; count < MOST_REPORTS + 3; count++)
        await StickerReport.take(code, { comment: null, key: newId() })
      assert.lengthOf(await StickerReport.openOf(code), MOST_REPORTS)
    })
  })

  test('that is reported again and again has to wait, and nothing typed is lost', async ({
    client,
    assert,
  }) => {
    const { link } = await setting()
    let last = await report(client, link)
    for (let count = 0; count < 10; count++) last = await report(client, link, { comment: `Look ${count}` })
    last.assertStatus(429)
    assert.exists(last.header('retry-after'))
    last.assertTextIncludes('Look 9')
  })

  test('is unknown where there never was such a code', async ({ client }) => {
    ;(await client.get('/q/NOBODYKNOWSTHISCODE000000/report')).assertStatus(404)
  })
})
