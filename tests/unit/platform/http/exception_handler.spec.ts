import { appUrl } from '#config/app'
import { test } from '@japa/runner'
import { HttpContextFactory, RequestFactory } from '@adonisjs/core/factories/http'
import { errors as authErrors } from '@adonisjs/auth'
import { errors as shieldErrors } from '@adonisjs/shield'
import HttpExceptionHandler from '#app/platform/http/exception_handler'
import { RowGoneError } from '#app/platform/errors'
import { Problem } from '#app/platform/http/problem'
import Customer from '#app/customers/customer'
import { TooManyTrialsError } from '#app/deliveries/errors'
import { makeCompany } from '#tests/factories'

type Request = { path?: string; method?: string; headers?: Record<string, string> }

async function answerTo(thrown: unknown, { path = '/leads', method = 'GET', headers = {} }: Request = {}) {
  const request = new RequestFactory().merge({ url: path, method }).create()
  Object.assign(request.request.headers, { accept: 'text/html', ...headers })
  const ctx = new HttpContextFactory().merge({ request }).create()
  Object.assign(ctx, { inertia: { getVersion: () => '1' } })
  await new HttpExceptionHandler().handle(thrown, ctx)
  return {
    status: ctx.response.getStatus(),
    body: ctx.response.getBody(),
    header: (name: string) => ctx.response.getHeader(name),
  }
}

const leaky = Object.assign(new Error('select secret from vault'), { stack: 'at /srv/app/vault.ts:1' })

test.group('Exception handler | pages', () => {
  for (const status of [403, 404, 409, 419, 422, 429, 500, 503]) {
    test(`a ${status} is a page of the product that loads nothing`, async ({ assert }) => {
      const { status: answered, body } = await answerTo(Object.assign(new Error('inside'), { status }))
      assert.equal(answered, status)
      assert.include(body, `Error ${status}`)
      assert.notInclude(body, 'inside')
      assert.notMatch(body, /<script|<link|src=/)
    })
  }

  test('an unexpected error shows a reference and nothing of its inside', async ({ assert }) => {
    const { status, body } = await answerTo(leaky)
    assert.equal(status, 500)
    assert.notInclude(body, 'vault')
    assert.match(body, /tell us this number/)
  })

  test('a database that is away is a 503 that says when to come back', async ({ assert }) => {
    const { status, header } = await answerTo(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))
    assert.equal(status, 503)
    assert.equal(header('retry-after'), '5')
  })

  test('too many requests say when to come back', async ({ assert }) => {
    const { status, header } = await answerTo(new TooManyTrialsError(42))
    assert.equal(status, 429)
    assert.equal(header('retry-after'), '42')
  })

  test('an expired form is a 419', async ({ assert }) => {
    assert.equal((await answerTo(new shieldErrors.E_BAD_CSRF_TOKEN(), { method: 'POST' })).status, 419)
  })

  test('a typed error of ours speaks in its own words', async ({ assert }) => {
    assert.include((await answerTo(new RowGoneError())).body, 'changed or removed meanwhile')
  })
})

test.group('Exception handler | the app', () => {
  const headers = { 'x-inertia': 'true' }

  test('a visit gets a screen of the app', async ({ assert }) => {
    const { status, body, header } = await answerTo(leaky, { headers })
    assert.equal(status, 500)
    assert.equal(header('x-inertia'), 'true')
    assert.equal(body.component, 'errors/show')
    assert.notInclude(JSON.stringify(body), 'vault')
  })
})

test.group('Exception handler | the API', () => {
  test('answers a problem document', async ({ assert }) => {
    const { status, body, header } = await answerTo(new RowGoneError(), {
      path: '/api/leads/1?x=1',
      headers: { 'x-request-id': 'one' },
    })
    const { requestId, ...problem } = JSON.parse(body)
    assert.equal(status, 409)
    assert.equal(header('content-type'), 'application/problem+json')
    assert.equal(requestId, 'one')
    assert.deepEqual(problem, {
      type: `${appUrl}/api/docs#row-gone`,
      title: 'Somebody was faster',
      status: 409,
      detail: 'This record was changed or removed meanwhile. Reload the page and try again.',
      code: 'E_ROW_GONE',
      instance: '/api/leads/1',
    })
  })

  test('names each field that is wrong', async ({ assert }) => {
    const messages = [{ field: 'contact.phone', message: 'Write a phone number', rule: 'phone' }]
    const invalid = Object.assign(new Error('Validation failure'), {
      status: 422,
      code: 'E_VALIDATION_ERROR',
      messages,
    })
    const { body } = await answerTo(invalid, { path: '/api/leads', method: 'POST' })
    assert.deepEqual(JSON.parse(body).errors, [
      { pointer: '#/contact/phone', detail: 'Write a phone number', code: 'phone' },
    ])
  })

  test('asks for a token, without saying how the look-up works', async ({ assert }) => {
    const unauthorized = new authErrors.E_UNAUTHORIZED_ACCESS('Unauthorized access', {
      guardDriverName: 'session',
    })
    const { status, header, body } = await answerTo(unauthorized, { path: '/api/leads' })
    assert.equal(status, 401)
    assert.equal(header('www-authenticate'), 'Bearer')
    assert.equal(JSON.parse(body).code, 'E_UNAUTHORIZED_ACCESS')
  })

  test('says nothing of an unexpected error but its reference', async ({ assert }) => {
    const { body } = await answerTo(leaky, { path: '/api/leads' })
    assert.notInclude(body, 'vault')
    assert.equal(JSON.parse(body).code, 'E_HTTP_500')
  })

  test('two writers of the same unique thing is a conflict, not a crash', async ({ assert }) => {
    assert.equal(new Problem(Object.assign(new Error('duplicate key'), { code: '23505' })).status, 409)
  })
})

test.group('Exception handler | the unit of work', () => {
  test('keeps nothing of a request whose error it answered', async ({ assert }) => {
    const { inside } = await makeCompany()
    const { status } = await inside(async () => {
      await Customer.create({ name: 'Half', nameNorm: 'half', country: 'US' })
      return answerTo(new Error('after the write'))
    })
    assert.equal(status, 500)
    assert.isNull(await inside(() => Customer.findBy('name', 'Half')))
  })
})
