import { test } from '@japa/runner'
import type { Document, DocumentedOperation, Schema } from '#app/api/openapi'
import { breakingChanges } from '../../../bin/openapi/breaking.js'

type Api = Pick<Document, 'paths' | 'components'>

const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
})
const text: Schema = { type: 'string', maxLength: 80 }
const status: Schema = { type: 'string', enum: ['new', 'lost'] }

/** A small API, with some of it said differently. */
function api(changes: Partial<DocumentedOperation> & { body?: Schema; answer?: Schema } = {}): Api {
  const { body = object({ name: text, note: text }, ['name']), ...rest } = changes
  const { answer = object({ id: text, status, owner: { $ref: '#/components/schemas/Person' } }), ...own } =
    rest
  const operation: DocumentedOperation = {
    operationId: 'createLead',
    'x-route': 'leads.store',
    tags: ['Leads'],
    summary: 'Make a lead',
    security: [{ token: ['leads:write'] }],
    parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } }],
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: { 201: { description: '', content: { 'application/json': { schema: answer } } } },
    ...own,
  }
  return {
    paths: { '/leads': { post: operation } },
    components: {
      schemas: { Person: object({ name: text }) },
      parameters: {},
      headers: {},
      securitySchemes: {},
    },
  }
}
const withPerson = (person: Schema): Api => {
  const { paths, components } = api()
  return { paths, components: { ...components, schemas: { Person: person } } }
}
const limit = (schema: Schema, required = false) => ({
  parameters: [{ name: 'limit', in: 'query' as const, required, schema }],
})

const BREAKS: [string, Api, string][] = [
  ['an operation that is gone', { ...api(), paths: {} }, 'POST /leads is gone'],
  ['a parameter that is gone', api({ parameters: [] }), 'POST /leads: query limit is gone'],
  [
    'a parameter that must be sent now',
    api(limit({ type: 'integer', minimum: 1, maximum: 100 }, true)),
    'POST /leads: query limit is required',
  ],
  [
    'a parameter that takes less',
    api(limit({ type: 'integer', minimum: 1, maximum: 50 })),
    'POST /leads: query limit has a narrower maximum',
  ],
  [
    'a field that must be sent now',
    api({ body: object({ name: text, note: text }) }),
    'POST /leads body.note is required',
  ],
  [
    'a new field that must be sent',
    api({ body: object({ name: text, note: text, team: text }, ['name', 'team']) }),
    'POST /leads body.team is required',
  ],
  [
    'a field that is taken no more',
    api({ body: object({ name: text }, ['name']) }),
    'POST /leads body.note is gone',
  ],
  [
    'a field that takes another type',
    api({ body: object({ name: { type: 'number' }, note: text }, ['name']) }),
    'POST /leads body.name was string and is number',
  ],
  [
    'a field that takes shorter words',
    api({ body: object({ name: { type: 'string', maxLength: 40 }, note: text }, ['name']) }),
    'POST /leads body.name has a narrower maxLength',
  ],
  [
    'a field that takes named values only',
    api({ body: object({ name: { ...text, enum: ['Ann'] }, note: text }, ['name']) }),
    'POST /leads body.name takes named values only',
  ],
  [
    'a field that is answered no more',
    api({ answer: object({ id: text, status }) }),
    'POST /leads 201.owner is gone',
  ],
  [
    'a field that may be missing',
    api({
      answer: object({ id: text, status, owner: { $ref: '#/components/schemas/Person' } }, ['id', 'owner']),
    }),
    'POST /leads 201.status may be missing',
  ],
  [
    'a value that is gone',
    api({
      answer: object({
        id: text,
        status: { type: 'string', enum: ['new'] },
        owner: { $ref: '#/components/schemas/Person' },
      }),
    }),
    'POST /leads 201.status knows no lost',
  ],
  [
    'a field that may be null now, behind a reference',
    withPerson(object({ name: { type: ['string', 'null'] } })),
    'POST /leads 201.owner.name was string and is string|null',
  ],
  ['an answer that is gone', api({ responses: { 200: { description: '' } } }), 'POST /leads 201 is gone'],
  [
    'a scope that is needed now',
    api({ security: [{ token: ['leads:write', 'orders:read'] }] }),
    'POST /leads needs the scope orders:read',
  ],
]

test.group('What breaks a client', () => {
  for (const [what, changed, words] of BREAKS) {
    test(`${what} does`, ({ assert }) => {
      assert.deepEqual(breakingChanges(api(), changed), [words])
    })
  }

  test('an open operation that needs a token does', ({ assert }) => {
    assert.include(breakingChanges(api({ security: [] }), api()), 'POST /leads needs a token')
  })

  test('additions do not: operations, optional fields and parameters, values, words, wider limits', ({
    assert,
  }) => {
    const wider = api({
      summary: 'Take a lead in',
      parameters: [
        { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 0, maximum: 500 } },
        { name: 'sort', in: 'query', schema: text },
      ],
      body: object({ name: { type: ['string', 'null'] }, note: text, team: text }, []),
      answer: object({
        id: text,
        status: { type: 'string', enum: ['new', 'lost', 'held'] },
        owner: { $ref: '#/components/schemas/Person' },
        team: text,
      }),
    })
    assert.deepEqual(breakingChanges(api(), wider), [])
    const more = { ...api(), paths: { ...api().paths, '/orders': api().paths['/leads'] } }
    assert.deepEqual(breakingChanges(api(), more), [])
  })
})
