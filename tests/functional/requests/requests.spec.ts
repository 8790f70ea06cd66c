import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import emitter from '@adonisjs/core/services/emitter'
import { clock } from '#app/platform/clock'
import Attachment from '#app/attachments/attachment'
import Lead from '#app/leads/lead'
import { newQuestionId, type Question, type QuestionType } from '#app/lead_flows/question'
import { newToken } from '#app/qr_codes/qr_token'
import { countStatements } from '#tests/count_statements'
import { makeSticker, openForm, somewhere, stampIn } from '#tests/functional/requests/setting'
import { PDF } from '#tests/document_factories'
import { jpeg } from '#tests/photo_factories'
import { makeCompany } from '#tests/factories'
import { stampOf } from '#app/lead_flows/lead_flow'

const ask = (type: QuestionType, more: Partial<Question> = {}): Question => ({
  id: newQuestionId(),
  type,
  label: `Asked as ${type}`,
  help: null,
  required: false,
  options: [],
  ...more,
})

const leadsOf = (sticker: Awaited<ReturnType<typeof makeSticker>>) => sticker.inside(() => Lead.all())

test.group('Requests | scanning a code', () => {
  test('shows the company, a masked greeting and what the sticker says', async ({ client, assert }) => {
    const { path, tenant, code } = await makeSticker()
    const response = await client.get(path)
    response.assertStatus(200)
    const page = response.text()
    for (const shown of [
      tenant.name,
      '(303) 555-0100',
      'Hello A••• S•••',
      'Maple St •••',
      code.displayCode,
      code.phrase,
      'What do you need help with?',
    ]) {
      assert.include(page, shown)
    }
    for (const hidden of ['Alice', 'Smith', '1420 Maple', '5550142', 'alice@'])
      assert.notInclude(page, hidden)
    assert.equal(response.header('cache-control'), 'no-store')
    assert.match(response.header('x-robots-tag')!, /noindex/)
  })

  test('works in any case, as symbols are printed', async ({ client }) => {
    const { path } = await makeSticker()
    const response = await client.get(path.toUpperCase())
    response.assertStatus(200)
    response.assertTextIncludes('Hello A•••')
  })

  test('leaves no session behind', async ({ assert }) => {
    const { path } = await makeSticker()
    let sessions = 0
    const listen = emitter.on('session:committed', () => void sessions++)
    const { headers } = await fetch(`http://127.0.0.1:${process.env.PORT}${path}`)
    listen()
    assert.equal(sessions, 0)
    assert.deepEqual(headers.getSetCookie(), [])
    assert.equal(headers.get('x-frame-options'), 'DENY')
    assert.include(headers.get('content-security-policy'), "frame-ancestors 'none'")
  })

  test('asks the database five times: company, begin with code, flow, version, record and commit', async ({
    client,
    assert,
  }) => {
    const { path } = await makeSticker()
    assert.equal(await countStatements(() => client.get(path)), 5)
  })

  test('counts a post against all of its limits at once', async ({ client, assert }) => {
    const { path } = await makeSticker()
    const { stamp } = await openForm(client, path)
    const post = () => client.post(path).header('x-forwarded-for', somewhere()).form({ stamp })
    assert.equal(await countStatements(post, /rate_limits/), 1)
  })

  test('asks nobody else for anything', async ({ client, assert }) => {
    const { path } = await makeSticker()
    const page = (await client.get(path)).text()
    const foreign = [...page.matchAll(/(?:src|href|action)="(https?:)?\/\/([^"/]+)/g)].map(
      ([, , host]) => host
    )
    assert.deepEqual(
      foreign.filter((host) => !/^(127\.0\.0\.1|localhost)/.test(host)),
      []
    )
    assert.notMatch(page, /<script(?![^>]*\b(src|nonce)=)/)
    assert.notMatch(page, /\son[a-z]+="/)
  })

  test('blank, retired, lost and unknown codes each have a friendly page', async ({ client }) => {
    const { blank, code, path, inside } = await makeSticker()
    const blankPath = `/q/${blank.token}`
    const cases: [string, number, string][] = [
      [blankPath, 200, 'not in use yet'],
      [`/q/${newToken()}`, 404, 'We do not know this code'],
      ['/q/nonsense', 404, 'We do not know this code'],
    ]
    await inside(() => code.retire({ by: null }))
    cases.push([path, 410, 'no longer in use'])
    for (const [scanned, status, words] of cases) {
      const response = await client.get(scanned)
      response.assertStatus(status)
      response.assertTextIncludes(words)
    }
    await inside(() => blank.reportLost({ by: null }))
    const lost = await client.get(blankPath)
    lost.assertStatus(410)
    lost.assertTextIncludes('tel:+13035550100')
  })

  test('codes of a deactivated company lead to its phone, not to a form', async ({ client, assert }) => {
    const { path, tenant, inside } = await makeSticker()
    const { stamp } = await openForm(client, path)
    await inside(async () => {
      await tenant.refresh()
      await tenant.deactivate('unpaid')
    })
    for (const response of [await client.get(path), await client.post(path).form({ stamp })]) {
      response.assertStatus(410)
      response.assertTextIncludes('not taken here any more')
      response.assertTextIncludes('tel:+13035550100')
      assert.notInclude(response.text(), '<form')
    }
  })

  test('takes a colleague with a blank code to binding it', async ({ client, assert }) => {
    const { blank, admin, tenant } = await makeSticker()
    const response = await client.get(`/q/${blank.token}`).loginAs(admin.identity).redirects(0)
    response.assertStatus(302)
    assert.include(response.header('location')!, `/c/${tenant.slug}/`)
    assert.include(response.header('location')!, blank.token)
  })

  test('shows colleagues their ways, and people of other companies none', async ({ client, assert }) => {
    const { path, admin, customer } = await makeSticker()
    const stranger = await makeCompany()
    const own = await client.get(path).loginAs(admin.identity)
    own.assertTextIncludes(`/customers/${customer.id}`)
    const other = await client.get(path).loginAs(stranger.admin.identity)
    assert.notInclude(other.text(), customer.id)
  })
})

test.group('Requests | sending', () => {
  test('makes a lead from a form posted without a session or a script', async ({ client, assert }) => {
    const sticker = await makeSticker()
    const { stamp } = await openForm(client, sticker.path)
    const [what, when] = sticker.asked
    const response = await client
      .post(sticker.path)
      .redirects(0)
      .form({ stamp, answers: { [what.id]: 'The boiler is cold', [when.id]: ['Evenings', 'Weekends'] } })
    response.assertStatus(303)
    assert.match(response.header('location')!, /^\/s\/[\w-]{40,}\?sent=/)
    const [lead] = await leadsOf(sticker)
    assert.equal(lead.summary, 'The boiler is cold')
    assert.equal(lead.source, 'qr')
    assert.equal(lead.contactName, 'Alice Smith')
    assert.equal(lead.contactPhone, '+13035550142')
    assert.equal(lead.customerId, sticker.customer.id)
    assert.equal(lead.qrCodeId, sticker.code.id)
    assert.deepEqual(
      lead.answers.map(({ text }) => text),
      ['The boiler is cold', 'Evenings, Weekends']
    )
    const status = await client.get(response.header('location')!)
    status.assertStatus(200)
    status.assertTextIncludes(`Request <strong class="number">${lead.number}</strong>`)
    status.assertTextIncludes('Your request was sent')
  })

  test('a form sent twice, even at once, makes one lead', async ({ client, assert }) => {
    const sticker = await makeSticker()
    const { stamp } = await openForm(client, sticker.path)
    const post = () =>
      client
        .post(sticker.path)
        .redirects(0)
        .form({ stamp, answers: { [sticker.asked[0].id]: 'Leak' } })
    const responses = await Promise.all([post(), post(), post()])
    for (const response of responses) response.assertStatus(303)
    const [lead, ...more] = await leadsOf(sticker)
    assert.isEmpty(more)
    const again = await client.get(
      responses.map((response) => response.header('location')!).find((to) => to.includes('again'))!
    )
    again.assertTextIncludes(`<strong class="number">${lead.number}</strong>`)
    again.assertTextIncludes('You already sent this request')
    const events = await sticker.inside(() =>
      db.from('events').where({ subject_id: lead.id, name: 'lead.created' })
    )
    assert.lengthOf(events, 1)
    assert.equal(events[0].actor_kind, 'customer')
  })

  test('gives every answer back with what is wrong under it', async ({ client, assert }) => {
    const questions = [
      ask('short_text', { required: true, label: 'What is it?' }),
      ask('long_text'),
      ask('choice', { options: ['Tap', 'Roof & "attic"'], required: true }),
      ask('multi_choice', { options: ['One', 'Two', 'Three'] }),
      ask('date'),
      ask('email'),
      ask('consent', { required: true }),
    ]
    const sticker = await makeSticker({ questions })
    const { stamp } = await openForm(client, sticker.path)
    const [short, long, choice, multi, date, email] = questions.map(({ id }) => id)
    const response = await client.post(sticker.path).form({
      stamp,
      answers: {
        [short]: '',
        [long]: '<b>Bold</b>\nwords',
        [choice]: 'Roof & "attic"',
        [multi]: ['One', 'Three'],
        [date]: '2027-03-09',
        [email]: 'not an address',
      },
      contact: { phone: '12' },
    })
    response.assertStatus(422)
    const page = response.text()
    assert.include(page, 'Nothing was sent yet')
    assert.include(page, 'Write an answer.')
    assert.include(page, 'Tick this box to go on.')
    assert.include(page, 'Write an e-mail address')
    assert.include(page, 'Write a whole phone number')
    assert.include(page, '&lt;b&gt;Bold&lt;/b&gt;\nwords</textarea>')
    assert.include(page, 'value="2027-03-09"')
    assert.include(page, 'value="not an address"')
    assert.include(page, 'value="12"')
    assert.match(page, /value="Roof &amp; &quot;attic&quot;"\s+checked/)
    assert.match(page, /value="One"\s+checked/)
    assert.notMatch(page, /value="Two"\s+checked/)
    assert.isEmpty(await leadsOf(sticker))
  })

  test('answers the questions that were shown, whatever was published meanwhile', async ({
    client,
    assert,
  }) => {
    const sticker = await makeSticker()
    const { stamp } = await openForm(client, sticker.path)
    const shown = sticker.asked[0]
    await sticker.inside(async () => {
      const { flow } = sticker
      const questions = [ask('consent', { required: true })]
      await flow.revise({
        name: flow.name,
        basedOn: stampOf(await flow.latest()),
        intro: null,
        successText: null,
        questions,
      })
      await flow.publish()
    })
    const response = await client
      .post(sticker.path)
      .redirects(0)
      .form({ stamp, answers: { [shown.id]: 'Leak' } })
    response.assertStatus(303)
    const [lead] = await leadsOf(sticker)
    assert.equal(lead.answers[0].label, shown.label)
  })

  test('asks for a way to be reached where the company has none', async ({ client, assert }) => {
    const sticker = await makeSticker({ customer: { phone: null, email: null } })
    const { stamp } = await openForm(client, sticker.path)
    const answers = { [sticker.asked[0].id]: 'Leak' }
    const refused = await client.post(sticker.path).form({ stamp, answers })
    refused.assertStatus(422)
    refused.assertTextIncludes('so that we can call you back')
    await client
      .post(sticker.path)
      .redirects(0)
      .form({ stamp, answers, contact: { phone: '(303) 555-0199' } })
    const [lead] = await leadsOf(sticker)
    assert.equal(lead.contactPhone, '+13035550199')
  })
})

test.group('Requests | questions that hang on others', () => {
  const conditional = () => {
    const heating = ask('choice', {
      label: 'What heats the house?',
      options: ['Gas', 'Oil'],
      preset: ['Gas'],
    })
    const tank = ask('number', {
      label: 'How large is the tank?',
      required: true,
      condition: { question: heating.id, is: ['Oil'] },
    })
    return { heating, tank, questions: [heating, tank, ask('window', { options: ['08:00-10:00'] })] }
  }

  test('can be answered without a script, and are checked as the condition says', async ({
    client,
    assert,
  }) => {
    const { heating, tank, questions } = conditional()
    const sticker = await makeSticker({ questions })
    const { page, stamp } = await openForm(client, sticker.path)
    assert.include(page, 'Only if your answer to “What heats the house?” is Oil.')
    assert.match(page, new RegExp(`data-question="${tank.id}"[^>]*data-unmet="yes"`))
    const field = new RegExp(`<input[^>]*name="answers\\[${tank.id}\\]"[^>]*>`).exec(page)![0]
    assert.notMatch(field, /\srequired/)
    const send = (heats: string) =>
      client
        .post(sticker.path)
        .header('x-forwarded-for', somewhere())
        .redirects(0)
        .form({ stamp, answers: { [heating.id]: heats } })
    const refused = await send('Oil')
    refused.assertStatus(422)
    refused.assertTextIncludes(`<a href="#${tank.id}">How large is the tank?</a>: Write a number.`)
    assert.notMatch(refused.text(), new RegExp(`data-question="${tank.id}"[^>]*data-unmet`))
    const taken = await send('Gas')
    taken.assertStatus(303)
    const [lead] = await leadsOf(sticker)
    assert.deepEqual(
      lead.answers.map(({ text }) => text),
      ['Gas']
    )
  })

  test('what stands there already can be changed, and is not put back', async ({ client, assert }) => {
    const { heating, questions } = conditional()
    const { path } = await makeSticker({ questions })
    const { page, stamp } = await openForm(client, path)
    assert.match(page, /value="Gas"\s+checked/)
    const back = await client
      .post(path)
      .header('x-forwarded-for', somewhere())
      .form({ stamp, answers: { [heating.id]: 'Oil', [questions[2].id]: { day: '2099-03-09' } } })
    back.assertStatus(422)
    assert.match(back.text(), /value="Oil"\s+checked/)
    assert.notMatch(back.text(), /value="Gas"\s+checked/)
    assert.include(back.text(), 'value="2099-03-09"')
    assert.include(back.text(), 'Choose one of the times too.')
  })
})

test.group('Requests | robots and crowds', () => {
  const answersFor = ({ asked }: Awaited<ReturnType<typeof makeSticker>>) => ({
    [asked[0].id]: 'Leak & more',
  })

  test('a form that was never handed out comes back to be sent again', async ({ client, assert }) => {
    const sticker = await makeSticker()
    for (const stamp of [undefined, 'forged', (await openForm(client, (await makeSticker()).path)).stamp]) {
      const response = await client.post(sticker.path).form({ stamp, answers: answersFor(sticker) })
      response.assertStatus(422)
      response.assertTextIncludes('This page was renewed')
      response.assertTextIncludes('Leak &amp; more')
    }
    assert.isEmpty(await leadsOf(sticker))
  })

  test('a field that people cannot see must stay empty', async ({ client, assert }) => {
    const sticker = await makeSticker()
    const { stamp } = await openForm(client, sticker.path)
    const refused = await client
      .post(sticker.path)
      .form({ stamp, website: 'https://x', answers: answersFor(sticker) })
    refused.assertStatus(422)
    refused.assertTextIncludes('If you are a person')
    assert.isEmpty(await leadsOf(sticker))
    const accepted = await client
      .post(sticker.path)
      .redirects(0)
      .form({ stamp: stampIn(refused.text()), answers: answersFor(sticker) })
    accepted.assertStatus(303)
  })

  test('nobody fills a form in within two seconds', async ({ client, assert }) => {
    const sticker = await makeSticker()
    const stamp = stampIn((await client.get(sticker.path)).text())
    const response = await client.post(sticker.path).form({ stamp, answers: answersFor(sticker) })
    response.assertStatus(422)
    response.assertTextIncludes('That was very quick')
    assert.isEmpty(await leadsOf(sticker))
  })

  test('a form that was opened before the clock was set back can be sent', async ({ client }) => {
    const sticker = await makeSticker()
    clock.travelTo(DateTime.utc().plus({ hours: 1 }))
    const stamp = stampIn((await client.get(sticker.path)).text())
    clock.comeBack()
    const response = await client
      .post(sticker.path)
      .redirects(0)
      .form({ stamp, answers: answersFor(sticker) })
    response.assertStatus(303)
  })

  test('the eleventh request within ten minutes has to wait, and loses nothing', async ({
    client,
    assert,
  }) => {
    const sticker = await makeSticker()
    const visitor = somewhere()
    const send = async () => {
      const { stamp } = await openForm(client, sticker.path)
      return client
        .post(sticker.path)
        .redirects(0)
        .header('x-forwarded-for', visitor)
        .form({ stamp, answers: answersFor(sticker) })
    }
    for (let count = 0; count < 10; count++) (await send()).assertStatus(303)
    const limited = await send()
    limited.assertStatus(429)
    assert.isAbove(Number(limited.header('retry-after')), 0)
    limited.assertTextIncludes('Leak &amp; more')
    assert.lengthOf(await leadsOf(sticker), 10)
    const neighbour = await client
      .post(sticker.path)
      .redirects(0)
      .header('x-forwarded-for', somewhere())
      .form({ stamp: stampIn(limited.text()), answers: answersFor(sticker) })
    neighbour.assertStatus(303)
  })
})

test.group('Requests | photos', () => {
  const photoQuestion = ({ asked }: Awaited<ReturnType<typeof makeSticker>>) =>
    asked.find(({ type }) => type === 'photo')!

  test('come with the request', async ({ client, assert }) => {
    const sticker = await makeSticker()
    const { stamp } = await openForm(client, sticker.path)
    const photos = `photos[${photoQuestion(sticker).id}][]`
    const response = await client
      .post(sticker.path)
      .redirects(0)
      .fields({ stamp, [`answers[${sticker.asked[0].id}]`]: 'Leak' })
      .file(photos, await jpeg(), { filename: 'sink.jpg' })
      .file(photos, await jpeg(4000, 3000), { filename: 'pipe.jpg' })
    response.assertStatus(303)
    const [lead] = await leadsOf(sticker)
    const kept = await sticker.inside(() => Attachment.ofLead(lead))
    assert.deepEqual(
      kept.map(({ name, width }) => [name, width]),
      [
        ['sink.jpg', 60],
        ['pipe.jpg', 2048],
      ]
    )
    assert.equal(lead.answers.at(-1)!.text, '2 photos')
    const link = new URL(response.header('location')!, 'http://host').pathname
    const picture = await client.get(`${link}/attachments/${kept[0].id}?size=small`)
    picture.assertStatus(200)
    assert.equal(picture.header('content-type'), 'image/jpeg')
    assert.equal(picture.header('x-content-type-options'), 'nosniff')
    assert.match(picture.header('cache-control')!, /private/)
  })

  test('are kept when another answer is wrong, and sent once with the corrected form', async ({
    client,
    assert,
  }) => {
    const sticker = await makeSticker()
    const { stamp } = await openForm(client, sticker.path)
    const { id } = photoQuestion(sticker)
    const wrong = await client
      .post(sticker.path)
      .fields({ stamp })
      .file(`photos[${id}][]`, await jpeg(), { filename: 'sink.jpg' })
    wrong.assertStatus(422)
    const reference = new RegExp(`name="held\\[${id}\\]\\[\\]" value="([^"]+)"`).exec(wrong.text())![1]
    assert.include(wrong.text(), 'src="data:image/jpeg;base64,')
    const right = await client
      .post(sticker.path)
      .redirects(0)
      .form({
        stamp: stampIn(wrong.text()),
        answers: { [sticker.asked[0].id]: 'Leak' },
        held: { [id]: [reference] },
      })
    right.assertStatus(303)
    const [lead] = await leadsOf(sticker)
    assert.lengthOf(await sticker.inside(() => Attachment.ofLead(lead)), 1)
  })

  test('of another company cannot be claimed', async ({ client, assert }) => {
    const [theirs, mine] = [await makeSticker(), await makeSticker()]
    const opened = await openForm(client, theirs.path)
    const held = await client
      .post(theirs.path)
      .fields({ stamp: opened.stamp })
      .file(`photos[${photoQuestion(theirs).id}][]`, await jpeg(), { filename: 'a.jpg' })
    const reference = /name="held\[[^"]+" value="([^"]+)"/.exec(held.text())![1]
    const { stamp } = await openForm(client, mine.path)
    await client
      .post(mine.path)
      .redirects(0)
      .form({
        stamp,
        answers: { [mine.asked[0].id]: 'Leak' },
        held: { [photoQuestion(mine).id]: [reference] },
      })
    const [lead] = await leadsOf(mine)
    assert.isEmpty(await mine.inside(() => Attachment.ofLead(lead)))
  })

  test('that are not photos come back with a reason, the others are kept', async ({ client, assert }) => {
    const sticker = await makeSticker()
    const { stamp } = await openForm(client, sticker.path)
    const photos = `photos[${photoQuestion(sticker).id}][]`
    const response = await client
      .post(sticker.path)
      .fields({ stamp, [`answers[${sticker.asked[0].id}]`]: 'Leak' })
      .file(photos, Buffer.from('<html><script>alert(1)</script>'), {
        filename: 'page.jpg',
        contentType: 'image/jpeg',
      })
      .file(photos, Buffer.alloc(11 * 1024 * 1024), { filename: 'huge.jpg', contentType: 'image/jpeg' })
      .file(photos, await jpeg(), { filename: 'good.jpg' })
    response.assertStatus(422)
    response.assertTextIncludes('page.jpg: This file is not a photo')
    response.assertTextIncludes('huge.jpg: This photo is larger than 10 MB')
    assert.lengthOf(response.text().match(/name="held/g)!, 1)
    assert.isEmpty(await leadsOf(sticker))
  })

  test('may be documents where the question asks for files, and nowhere else', async ({ client, assert }) => {
    const [what, files, photos] = [ask('short_text'), ask('file'), ask('photo')]
    const sticker = await makeSticker({ questions: [what, files, photos] })
    const { page, stamp } = await openForm(client, sticker.path)
    assert.match(page, new RegExp(`name="files\\[${files.id}\\]\\[\\]"[^>]+accept="[^"]+\\.docx`))
    const wrong = await client
      .post(sticker.path)
      .fields({ stamp, [`answers[${what.id}]`]: 'Leak' })
      .file(`files[${files.id}][]`, PDF, { filename: 'Quote <b>.pdf' })
      .file(`files[${files.id}][]`, await jpeg(), { filename: 'sink.jpg' })
      .file(`photos[${photos.id}][]`, PDF, { filename: 'plan.pdf' })
    wrong.assertStatus(422)
    wrong.assertTextIncludes('plan.pdf: This file is not a photo')
    wrong.assertTextIncludes('Quote &lt;b&gt;.pdf')
    const held = [...wrong.text().matchAll(/name="held\[(\w+)\]\[\]" value="([^"]+)"/g)]
    assert.deepEqual(
      held.map(([, field]) => field),
      [files.id, files.id]
    )
    const references = held.map(([, , reference]) => reference)
    const sent = await client
      .post(sticker.path)
      .redirects(0)
      .form({
        stamp: stampIn(wrong.text()),
        answers: { [what.id]: 'Leak' },
        // A document does not become a photo by the field that it comes back in.
        held: { [files.id]: references, [photos.id]: [references[0]] },
      })
    sent.assertStatus(303)
    const [lead] = await leadsOf(sticker)
    assert.deepInclude(lead.answers, {
      questionId: files.id,
      type: 'file',
      label: 'Asked as file',
      value: (await sticker.inside(() => Attachment.ofLead(lead))).map(({ id }) => id),
      text: '2 files',
    })
    assert.notInclude(
      lead.answers.map(({ questionId }) => questionId),
      photos.id
    )
    const status = await client.get(new URL(sent.header('location')!, 'http://host').pathname)
    const [, href] = /href="(\/s\/[^"]+\/files\/[^"]+)" download>Quote &lt;b&gt;\.pdf/.exec(status.text())!
    const saved = await client.get(href)
    assert.match(saved.header('content-disposition')!, /^attachment;/)
    const desk = await client
      .get(`/c/${sticker.tenant.slug}/leads/${lead.id}`)
      .loginAs(sticker.admin.identity)
      .withInertia()
    assert.containsSubset(desk.body().props, {
      files: [{ name: 'Quote <b>.pdf', sizeBytes: PDF.length }],
      photos: [{ name: 'sink.jpg' }],
    })
  })

  test('more than six are too many', async ({ client, assert }) => {
    const sticker = await makeSticker()
    const { stamp } = await openForm(client, sticker.path)
    const small = await jpeg(8, 8)
    const post = client.post(sticker.path).fields({ stamp, [`answers[${sticker.asked[0].id}]`]: 'Leak' })
    for (let count = 1; count <= 7; count++)
      post.file(`photos[${photoQuestion(sticker).id}][]`, small, { filename: `${count}.jpg` })
    const response = await post
    response.assertStatus(422)
    response.assertTextIncludes('7.jpg: You can send up to 6 files')
    assert.lengthOf(response.text().match(/name="held/g)!, 6)
  })
})
