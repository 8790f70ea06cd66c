import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { test } from '@japa/runner'
import Tenant from '#app/tenancy/tenant'
import { Photo } from '#app/attachments/photo'
import { sourceFiles } from '#tests/architecture/source'
import { makeTarget, type Target } from '#tests/security/cases'
import { HIDDEN, uploadCorpus, type Upload } from '#tests/security/upload_corpus'
import { addressOf, attemptOn, knock, routeNamed, sampleOf } from '#tests/security/surface'

/** Everywhere a file is taken, and how it is attacked. */
const TAKERS: Record<string, string> = {
  'app/tenancy/controllers/logos_controller.ts': 'logo, by its route',
  'app/console/controllers/logos_controller.ts': 'the same Logo.store, by its route',
  'app/console/controllers/companies_controller.ts': 'the same Logo.store',
  'app/leads/controllers/attachments_controller.ts': 'photo or document, by its route',
  'app/requests/controllers/messages_controller.ts': 'photo, by its route and by Photo.read',
  'app/requests/controllers/requests_controller.ts': 'photo, as in a message',
}
const MEGABYTE = 1_048_576

test.group('A file that somebody sends', (group) => {
  let target: Target
  let corpus: Upload[]
  group.setup(async () => {
    target = await makeTarget()
    corpus = await uploadCorpus()
  })

  test('is taken only where this suite sends one', ({ assert }) => {
    const takers = sourceFiles('app')
      .filter(
        ({ path, text }) =>
          /_controller\.ts$/.test(path) && /\.file\(|\.files\(|allFiles\(|UploadedForm\.receive/.test(text)
      )
      .map(({ path }) => path)
    assert.deepEqual(
      takers.filter((path) => !(path in TAKERS)),
      [],
      'attack it, and add it to TAKERS'
    )
  })

  test('is not even read where none is taken or nobody was let in, and never stays on the disk of the server', async ({
    client,
    assert,
    cleanup,
  }) => {
    const [usual, folder] = [process.env.TMPDIR, await mkdtemp(join(tmpdir(), 'uploads-'))]
    process.env.TMPDIR = folder
    cleanup(async () => {
      if (usual === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = usual
      await rm(folder, { recursive: true })
    })
    const { content } = corpus.find(({ isPicture }) => isPicture)!
    const file = { filename: 'a.png', contentType: 'image/png' }
    const post = (path: string) => client.post(path).file('logo', content, file).redirects(0)
    const settings = target.path('/settings/logo')
    const answers = [
      await post('/login').withCsrfToken(),
      await post('/q/nonsense'),
      await post(settings).withCsrfToken(),
      await post(settings).header('accept', 'text/html').withCsrfToken().loginAs(target.admin.identity),
    ]
    assert.deepEqual(
      answers.map((answer) => answer.status() < 500),
      [true, true, true, true]
    )
    answers.at(-1)!.assertFlashMessage('notice', 'Logo saved')
    assert.deepEqual(await readdir(folder), [])
  })

  for (const name of ['tenancy.logos.store', 'console.logos.store']) {
    test(`as a logo (${name}) is drawn again or refused, and nothing hidden in it is served`, async ({
      client,
      assert,
    }) => {
      assert.isAtLeast(corpus.length, 200)
      const route = routeNamed(name)
      const { params } = await attemptOn(route).send(target)
      const rss = process.memoryUsage().rss
      for (const { what, content, filename, contentType, isPicture } of name === 'tenancy.logos.store'
        ? corpus
        : sampleOf(corpus)) {
        const logoBefore = (await Tenant.bySlug(target.tenant.slug))!.logoKey
        const request = knock(client, { route, target, sending: { params } })
        const response = await request.file('logo', content, {
          filename: filename.replaceAll('"', '%22'),
          contentType,
        })
        assert.isBelow(response.status(), 500, what)
        const { logoKey, logoUrl } = (await Tenant.bySlug(target.tenant.slug))!
        if (!isPicture) {
          assert.equal(logoKey, logoBefore, `${what} was taken`)
        } else {
          assert.match(logoKey!, /^[0-9a-f]{32}\.png$/)
          const served = await client.get(logoUrl!)
          assert.equal(served.header('content-type'), 'image/png')
          assert.equal(served.header('x-content-type-options'), 'nosniff')
          assert.match(served.header('content-security-policy')!, /sandbox/)
          assert.notInclude(Buffer.from(served.body()).toString('latin1'), HIDDEN)
        }
      }
      assert.isBelow(process.memoryUsage().rss - rss, 300 * MEGABYTE)
    }).timeout(180_000)
  }

  test('as a photo is drawn again or refused', async ({ assert }) => {
    for (const { what, content, isPicture } of corpus) {
      const folder = await mkdtemp(join(tmpdir(), 'upload-'))
      const path = join(folder, 'upload')
      await writeFile(path, content)
      const photo = await Photo.read(path).then(
        (made) => readFile(made.path),
        ({ code }: { code: string }) => code
      )
      await rm(folder, { recursive: true })
      if (typeof photo === 'string') {
        assert.isFalse(isPicture, `${what}: ${photo}`)
        assert.match(photo, /^E_/)
      } else {
        assert.isTrue(isPicture, `${what} was taken`)
        const { format, exif } = await sharp(photo).metadata()
        assert.deepEqual([format, exif], ['jpeg', undefined])
        assert.notInclude(photo.toString('latin1'), HIDDEN)
      }
    }
  }).timeout(180_000)

  test('with a message is stored under a name of ours, and served as a picture that can do nothing', async ({
    client,
    assert,
  }) => {
    const route = routeNamed('requests.messages.store')
    const pictures = corpus.filter(({ isPicture }) => isPicture)
    for (const { what, content, filename, contentType } of pictures.filter((_, at) => at % 6 === 0)) {
      const { params, body } = await attemptOn(route).send(target)
      const request = knock(client, { route, target, sending: { params } })
      const response = await request
        .fields(body as never)
        .file('photos[message]', content, { filename: filename.replaceAll('"', '%22'), contentType })
      assert.equal(response.status(), 303, what)
      const page = await client.get(addressOf(routeNamed('requests.statuses.show'), target, { params }))
      const [, path] = /(\/s\/[^"]+\/attachments\/[0-9a-f-]{36})/.exec(page.text())!
      const served = await client.get(path)
      assert.equal(served.header('content-type'), 'image/jpeg', what)
      assert.equal(served.header('x-content-type-options'), 'nosniff')
      assert.match(served.header('content-security-policy')!, /default-src 'none'.*sandbox/)
    }
  })

  test('from the desk is drawn again, kept as a document to be saved, or refused', async ({
    client,
    assert,
  }) => {
    const route = routeNamed('leads.attachments.store')
    const { params } = await attemptOn(route).send(target)
    for (const { what, content, filename, contentType, isPicture } of corpus) {
      const response = await knock(client, { route, target, sending: { params } }).file('file', content, {
        filename: filename.replaceAll('"', '%22'),
        contentType,
      })
      assert.isBelow(response.status(), 500, what)
      const isTaken = response.status() === 201
      if (isPicture) assert.isTrue(isTaken && response.body().data.isPhoto, what)
      else if (isTaken)
        assert.isTrue(content.subarray(0, 5).equals(Buffer.from('%PDF-')), `${what} was taken`)
    }
  }).timeout(180_000)
})
