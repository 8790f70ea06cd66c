import sharp from 'sharp'
import { deflateSync } from 'node:zlib'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Tenant from '#app/tenancy/tenant'
import { makeCompany, makeMember } from '#tests/factories'
import { formErrors } from '#tests/form_errors'

type Company = Awaited<ReturnType<typeof makeCompany>>

const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff', edge = 800) =>
  sharp({ create: { width: edge, height: edge / 2, channels: 3, background: '#0f766e' } })
    .withExif({ IFD0: { Copyright: 'Secret Photographer' } })
    .toFormat(format)
    .toBuffer()

const upload = (client: ApiClient, { path, admin }: Company, content: Buffer, filename = 'logo.png') =>
  client
    .post(path('/settings/logo'))
    .file('logo', content, { filename, contentType: 'image/png' })
    .header('accept', 'text/html')
    .loginAs(admin.identity)
    .withCsrfToken()
    .redirects(0)

const logoOf = async ({ tenant }: Company) => (await Tenant.bySlug(tenant.slug))!.logoUrl

test.group('A logo', () => {
  for (const format of ['png', 'jpeg', 'webp'] as const) {
    test(`is taken as ${format}, drawn again as PNG and served for good`, async ({ client, assert }) => {
      const company = await makeCompany()
      ;(await upload(client, company, await picture(format))).assertFlashMessage('notice', 'Logo saved')
      const answer = await client.get((await logoOf(company))!)
      answer.assertStatus(200)
      assert.equal(answer.header('content-type'), 'image/png')
      assert.equal(answer.header('x-content-type-options'), 'nosniff')
      assert.match(answer.header('cache-control')!, /max-age=31536000, immutable/)
      const { format: served, width, height, exif } = await sharp(answer.body()).metadata()
      assert.deepEqual([served, width, height, exif], ['png', 512, 256, undefined])
    })
  }

  test('is told by its content, not by its name: pages, drawings, other pictures and ruins are refused', async ({
    client,
    assert,
  }) => {
    const company = await makeCompany()
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    )
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    const ruin = (await picture('png')).subarray(0, 60)
    for (const content of [svg, html, ruin, await picture('gif'), await picture('tiff'), Buffer.alloc(0)]) {
      const answer = await upload(client, company, content)
      assert.match(formErrors(answer).logo[0], /PNG, JPEG or WebP/)
    }
    assert.isNull(await logoOf(company))
  })

  test('is refused over 2 MB and when it unpacks to a flood of pixels', async ({ client, assert }) => {
    const company = await makeCompany()
    const heavy = await sharp({
      create: {
        width: 1200,
        height: 1200,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 120, sigma: 90 },
      },
    })
      .png()
      .toBuffer()
    assert.isAbove(heavy.length, 2 * 1024 * 1024)
    for (const content of [heavy, flood(30_000)]) {
      const answer = await upload(client, company, content)
      assert.property(formErrors(answer), 'logo')
    }
    assert.isNull(await logoOf(company))
  })

  test('is the admin’s to set and to remove', async ({ client, assert }) => {
    const company = await makeCompany()
    const { path, tenant, admin } = company
    await upload(client, company, await picture('png'))
    const agent = await makeMember(tenant, 'agent')
    ;(await client.delete(path('/settings/logo')).loginAs(agent.identity).withCsrfToken()).assertStatus(403)
    assert.isNotNull(await logoOf(company))
    await client.delete(path('/settings/logo')).loginAs(admin.identity).withCsrfToken().redirects(0)
    assert.isNull(await logoOf(company))
  })

  test('is found under its company only, and nothing else is', async ({ client, assert }) => {
    const company = await makeCompany()
    const other = await makeCompany()
    await upload(client, company, await picture('png'))
    const key = (await logoOf(company))!.split('/').pop()
    for (const address of [
      `${other.tenant.slug}/${key}`,
      `${company.tenant.slug}/..%2f..%2f${key}`,
      `${company.tenant.slug}/x.svg`,
      `nobody/${key}`,
    ]) {
      const answer = await client.get(`/logos/${address}`)
      assert.equal(answer.status(), 404, address)
    }
  })
})

/** A PNG of a few kilobytes that claims a huge canvas. */
function flood(edge: number) {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(sumOf(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(edge, 0)
  header.writeUInt32BE(edge, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((edge + 1) * 100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function sumOf(bytes: Buffer) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
