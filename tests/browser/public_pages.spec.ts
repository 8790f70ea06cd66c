import { test } from '@japa/runner'
import type { BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import Attachment from '#app/attachments/attachment'
import Lead from '#app/leads/lead'
import LeadFlow, { stampOf } from '#app/lead_flows/lead_flow'
import { newQuestionId, type Question, type QuestionType } from '#app/lead_flows/question'
import { makeSticker } from '#tests/functional/requests/setting'
import { PASSWORD } from '#tests/factories'
import { barriersOn } from '#tests/axe'
import { PDF } from '#tests/document_factories'
import { Product } from '#tests/product'
import { PHONE } from '#tests/browser/main_job'

const FIRST = 'What do you need help with?'

test.group('Public pages on a phone', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  test('what was typed survives a reload, and is forgotten once it was sent', async ({ browser, assert }) => {
    const page = await scan(browser, product)
    await page.getByLabel(FIRST).fill('The tap drips')
    await page.getByLabel('Evenings').check()
    await page.reload()
    assert.equal(await page.getByLabel(FIRST).inputValue(), 'The tap drips')
    assert.isTrue(await page.getByLabel('Evenings').isChecked())
    const form = page.url()
    await send(page)
    await page.getByText('Your request was sent.').waitFor()
    await page.goto(form)
    assert.equal(await page.getByLabel(FIRST).inputValue(), '')
  })

  test('a large photo is made small before it travels, and can be taken away again', async ({
    browser,
    assert,
  }) => {
    const page = await scan(browser, product)
    const noise = { type: 'gaussian' as const, mean: 120, sigma: 60 }
    const large = await sharp({
      create: { width: 3600, height: 2700, channels: 3, background: '#557799', noise },
    })
      .jpeg({ quality: 95 })
      .toBuffer()
    const small = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    await page.locator('input[type=file]').setInputFiles([
      { name: 'large.jpg', mimeType: 'image/jpeg', buffer: large },
      { name: 'small.png', mimeType: 'image/png', buffer: small },
    ])
    await page.getByRole('img', { name: 'Photo 2' }).waitFor()
    assert.isAbove(large.length, 6_000_000)
    const sizes = () =>
      page.evaluate<number[]>(`[...document.querySelector('input[type=file]').files].map(({ size }) => size)`)
    assert.isBelow((await sizes())[0], 3_000_000)
    await page.getByRole('button', { name: 'Remove photo 2' }).click()
    assert.lengthOf(await sizes(), 1)
    await page.getByLabel(FIRST).fill('See the photo')
    await send(page)
    // No worker runs here.
    await page.getByRole('link', { name: /Photo 1.*Being prepared/ }).waitFor()
  })

  test('the form in a frame of the company’s own site keeps what was typed, takes photos and documents, and says that it was sent', async ({
    browser,
    assert,
  }) => {
    const { flow, inside, address } = await openFlow()
    // This product stands on the machine itself, where a browser lets no public site look unasked.
    const permissions = ['local-network-access']
    const context = await browser.newContext({ viewport: { width: 700, height: 1000 }, permissions })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await frameOn(page, 'https://www.example.com', product.url + address)
    const form = page.frameLocator('iframe')
    await form.getByLabel('How many rooms?').waitFor({ state: 'hidden' })
    await form.getByLabel('Heating').check()
    await form.getByLabel('How many rooms?').fill('4')
    await form.getByLabel('Your name').fill('Ann Lee')
    await page.reload()
    await form.getByLabel('How many rooms?').waitFor()
    assert.equal(await form.getByLabel('How many rooms?').inputValue(), '4')
    await form.getByLabel('Your phone').fill('(303) 555-0199')
    const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    await form.locator('input[type=file]').setInputFiles([
      { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: PDF },
      { name: 'Boiler.png', mimeType: 'image/png', buffer: await picture.png().toBuffer() },
    ])
    await form.getByText('Plan.pdf').waitFor()
    await page.waitForTimeout(2_100)
    await form.getByRole('button', { name: 'Send request' }).click()
    await form.getByText('Your request was sent').waitFor()
    await inside(async () => {
      const lead = await Lead.findByOrFail('contactName', 'Ann Lee')
      assert.deepEqual(
        lead.answers.map(({ text }) => text),
        ['Heating', '4', '2 files']
      )
      assert.deepEqual(
        (await Attachment.ofLead(lead)).map(({ name, isPhoto }) => [name, isPhoto]),
        [
          ['Plan.pdf', false],
          ['Boiler.png', true],
        ]
      )
      assert.equal(lead.source, 'embed')
      assert.equal((await flow.latest()).id, lead.leadFlowVersionId)
    })

    const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith(address))
    await frameOn(page, 'https://elsewhere.example', product.url + address)
    assert.equal((await refused).failure()!.errorText, 'net::ERR_BLOCKED_BY_RESPONSE')
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing runs over the edge, no barrier, and nobody else is asked, in ${colorScheme}`, async ({
      browser,
      assert,
    }) => {
      const page = await scan(browser, product, { colorScheme })
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).origin))
      await page.reload({ waitUntil: 'networkidle' })
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), 0)
      assert.deepEqual(await barriersOn(page), [])
      assert.deepEqual(
        [...new Set(asked)].filter((origin) => origin !== product.url && origin !== 'null'),
        []
      )
    })
  }

  test('the scripts of a public page weigh less than 30 KB', async ({ browser, assert }) => {
    const page = await scan(browser, product)
    const weights = await page.evaluate<number[]>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map((one) => one.decodedBodySize)`
    )
    assert.isAbove(weights.length, 0)
    assert.isBelow(
      weights.reduce((sum, weight) => sum + weight),
      30_000
    )
  })
})

test.group('The builder of lead flows', (group) => {
  let product: Product

  group.setup(async () => {
    product = await Product.web()
  })

  test('questions are moved by keyboard and by pointer, shown on a phone, and published', async ({
    browser,
    assert,
  }) => {
    const { admin, tenant, flow, inside } = await makeSticker()
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${product.url}/login`)
    await page.getByLabel('E-mail').fill(admin.identity.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/\/c\//)
    await page.goto(`${product.url}/c/${tenant.slug}/lead_flows/${flow.id}/edit`)
    const questions = page.getByRole('list', { name: 'Questions' }).getByRole('listitem')
    const order = async () => (await questions.allInnerTexts()).map((text) => text.split(/\n| ·/)[0])

    await page.getByLabel('Move question 4, Photos').focus()
    await page.keyboard.press('ArrowUp')
    await page.getByText('Moved to place 3 of 4').waitFor({ state: 'attached' })
    assert.deepEqual((await order()).slice(2), ['Photos', 'Anything we should know?'])

    const [from, to] = [
      await page.getByLabel('Move question 1').boundingBox(),
      await page.getByLabel('Move question 3').boundingBox(),
    ]
    await page.mouse.move(from!.x + 12, from!.y + 12)
    await page.mouse.down()
    await page.mouse.move(to!.x + 12, to!.y + 44, { steps: 15 })
    await page.mouse.up()
    assert.deepEqual((await order()).slice(0, 3), ['When suits you?', 'Photos', FIRST])

    await page.getByRole('button', { name: /^When suits you/ }).click()
    await page.getByLabel('Question', { exact: true }).fill('When may we come?')
    const preview = page.getByRole('region', { name: 'Preview on a phone' }).frameLocator('iframe')
    await preview.getByText('When may we come?').waitFor()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Published, version 2').waitFor()
    const published = await inside(() => LeadFlow.versionFor(flow.id))
    assert.deepEqual(
      published.questions.map(({ label }) => label),
      ['When may we come?', 'Photos', FIRST, 'Anything we should know?']
    )
  })
})

/** Somebody's own site, with the form in a frame. */
async function frameOn(page: Page, site: string, address: string) {
  const body = `<!doctype html><title>Contact</title><iframe title="Request" src="${address}" width="600" height="900"></iframe>`
  await page.route(`${site}/*`, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(`${site}/contact`)
}

/** A flow with a question that depends on another, for www.example.com. */
async function openFlow() {
  const { flow, inside, tenant } = await makeSticker()
  const ask = (type: QuestionType, label: string, more: Partial<Question> = {}): Question => ({
    id: newQuestionId(),
    type,
    label,
    help: null,
    required: false,
    options: [],
    ...more,
  })
  const kind = ask('choice', 'What is it about?', { options: ['Plumbing', 'Heating'], required: true })
  await inside(async () => {
    const condition = { question: kind.id, is: ['Heating'] }
    await flow.revise({
      name: flow.name,
      basedOn: stampOf(await flow.latest()),
      intro: null,
      successText: null,
      questions: [kind, ask('number', 'How many rooms?', { condition }), ask('file', 'Plans')],
    })
    await flow.publish()
    await flow.arrange({
      path: 'help',
      sites: ['www.example.com'],
      redirectUrl: null,
      leadStatus: 'new',
      assigneeId: null,
      teamId: null,
    })
  })
  return { flow, inside, address: `/f/${tenant.slug}/help/embedded` }
}

async function scan(
  browser: { newContext(options: BrowserContextOptions): Promise<{ newPage(): Promise<Page> }> },
  product: Product,
  options = {}
) {
  const { path } = await makeSticker()
  const page = await (await browser.newContext({ viewport: PHONE, hasTouch: true, ...options })).newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(product.url + path, { waitUntil: 'networkidle' })
  return page
}

// Nobody answers a form within two seconds.
async function send(page: Page) {
  await page.waitForTimeout(2_100)
  await page.getByRole('button', { name: 'Send request' }).click()
}
