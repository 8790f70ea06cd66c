import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { clock } from '#app/platform/clock'
import { stampOf } from '#app/lead_flows/lead_flow'
import type { Question } from '#app/lead_flows/question'
import Lead from '#app/leads/lead'
import { newToken } from '#app/qr_codes/qr_token'
import { makeSticker, somewhere, stampIn } from '#tests/functional/requests/setting'

const base = { help: null, required: true }
const HEATING: Question = {
  ...base,
  id: 'qheat',
  type: 'choice',
  label: 'What heats it?',
  options: ['Gas', 'Oil'],
}
const DAY: Question = { ...base, id: 'qday', type: 'date', label: 'Which day?', options: [] }
const CONSENT: Question = { ...base, id: 'qok', type: 'consent', label: 'You may call me', options: [] }
const SPANISH = {
  intro: 'Díganos qué pasa',
  questions: {
    qheat: { label: '¿Con qué se calienta?', options: { Gas: 'Gas natural', Oil: 'Gasóleo' } },
    qday: { label: '¿Qué día?' },
  },
}

async function makeBilingual(translations: object = { es: SPANISH }) {
  const sticker = await makeSticker({ questions: [HEATING, DAY, CONSENT] })
  await sticker.inside(async () => {
    const { flow } = sticker
    const basedOn = stampOf(await flow.latest())
    const questions = [HEATING, DAY, CONSENT]
    await flow.revise({ name: 'x', basedOn, intro: null, successText: null, questions, translations })
    await flow.publish()
  })
  return sticker
}

async function openIn(client: ApiClient, path: string, browser: string) {
  clock.travelTo(DateTime.utc().minus({ seconds: 10 }))
  const page = (await client.get(path).header('accept-language', browser)).text()
  clock.comeBack()
  return page
}

test.group('Requests | languages', () => {
  test('follow the browser, and what was not translated stays as it was written', async ({
    client,
    assert,
  }) => {
    const { path } = await makeBilingual()
    const page = await openIn(client, path, 'fr-FR, es-MX;q=0.8, en;q=0.5')
    for (const words of [
      '<html lang="es">',
      'Hola, A•••',
      'Díganos qué pasa',
      '¿Con qué se calienta?',
      'Gasóleo',
    ])
      assert.include(page, words)
    for (const words of ['You may call me', 'value="Oil"', '>English</a>', 'Enviar solicitud'])
      assert.include(page, words)
    assert.notInclude(page, 'What heats it?')
    const chosen = await openIn(client, `${path}?language=en`, 'es')
    assert.include(chosen, 'What heats it?')
    assert.include(chosen, '<html lang="en">')
    const strange = await openIn(client, `${path}?language=../xx`, 'de')
    assert.include(strange, 'What heats it?')
  })

  test('a flow in one language is not mixed with another', async ({ client, assert }) => {
    const { path } = await makeBilingual({})
    const page = await openIn(client, path, 'es')
    assert.include(page, '<html lang="en">')
    assert.include(page, 'Send request')
  })

  test('problems and the request’s own page are said to the customer in theirs, the lead to the company in its own', async ({
    client,
    assert,
  }) => {
    const { path, inside } = await makeBilingual()
    const stamp = stampIn(await openIn(client, path, 'es'))
    const send = (answers: object) =>
      client
        .post(path)
        .header('x-forwarded-for', somewhere())
        .redirects(0)
        .form({ stamp, language: 'es', answers })
    const refused = await send({ qheat: 'Oil', qday: 'mañana' })
    refused.assertStatus(422)
    for (const words of ['Elija un día, por ejemplo', 'Marque esta casilla', '¿Qué día?'])
      refused.assertTextIncludes(words)
    const taken = await send({ qheat: 'Oil', qday: '2027-03-09', qok: 'yes' })
    taken.assertStatus(303)
    const [lead] = await inside(() => Lead.all())
    assert.deepEqual(
      lead.answers.map(({ label, text }) => `${label} ${text}`),
      ['What heats it? Oil', 'Which day? Tuesday, March 9, 2027', 'You may call me Agreed']
    )
    const status = (await client.get(taken.header('location')!)).text()
    for (const words of [
      'Recibida',
      '¿Con qué se calienta?',
      'Gasóleo',
      'martes, 9 de marzo de 2027',
      'Aceptado',
      'Lo que envió',
    ])
      assert.include(status, words)
    const page = taken.header('location')!.split('?')[0]
    const message = await client
      .post(`${page}/messages`)
      .header('accept-language', 'es')
      .fields({ stamp: stampIn(status), body: 'Otra foto' })
      .file('photos[message][]', Buffer.from('<html>'), { filename: 'casa.jpg', contentType: 'image/jpeg' })
    message.assertTextIncludes('casa.jpg: Este archivo no es una foto ni un documento que aceptemos.')
    const cancel = (await client.get(`${page}/cancellation`)).text()
    assert.include(cancel, '¿Cancelar esta solicitud?')
  })

  test('pages without a form follow the browser too', async ({ client }) => {
    const unknown = await client.get(`/q/${newToken()}`).header('accept-language', 'es-ES')
    unknown.assertTextIncludes('No conocemos este código')
    const gone = await client.get('/s/nowhere').header('accept-language', 'es-ES')
    gone.assertTextIncludes('Este enlace ya no funciona')
    const closed = await client.get('/f/nobody/nothing').header('accept-language', 'es-ES')
    closed.assertTextIncludes('Aquí no hay ningún formulario')
  })
})
