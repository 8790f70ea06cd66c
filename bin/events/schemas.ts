import type { Frozen, Shape } from './payloads.js'

export const SCHEMAS = 'docs/event_schemas.json'

type Schema = Record<string, unknown>

const ID = { type: 'string', format: 'uuid' }
const orNull = (type: string) => ({ type: [type, 'null'] })

/** What every message has, whatever it tells: `pack` in app/platform/events/envelope.ts. */
const ENVELOPE: Schema = {
  type: 'object',
  properties: {
    v: { const: 1, description: 'Version of this envelope' },
    id: { ...ID, description: 'Of the event; the same when it is delivered again' },
    tenantId: { ...ID, description: 'Of the company' },
    seq: { type: 'integer', minimum: 1, description: 'Its place among the events of its subject' },
    occurredAt: { type: 'string', format: 'date-time' },
    actor: {
      type: 'object',
      properties: {
        kind: { type: 'string', description: 'user, customer, api, system …' },
        id: orNull('string'),
        name: orNull('string'),
      },
      required: ['kind', 'id', 'name'],
    },
    subject: {
      type: 'object',
      properties: { type: { type: 'string' }, id: ID },
      required: ['type', 'id'],
      additionalProperties: false,
    },
    requestId: orNull('string'),
  },
  required: [
    ...['v', 'id', 'tenantId', 'seq', 'name', 'version', 'occurredAt'],
    ...['actor', 'subject', 'data', 'requestId'],
  ],
}

const message = (name: string, version: number, data: Schema): Schema => ({
  title: `${name}, version ${version}`,
  $ref: '#/$defs/envelope',
  properties: {
    name: { const: name },
    version: { const: version },
    subject: { properties: { type: { const: name.split('.')[0] } } },
    data,
  },
  unevaluatedProperties: false,
})

/** A schema for each version of each message that was ever frozen: what is published stays. */
export function schemasOf(frozen: Frozen): Schema {
  const all = Object.entries(frozen).flatMap(([name, versions]) =>
    Object.entries(versions).map(
      ([version, shape]) => [`${name}/${version}`, message(name, Number(version), dataOf(shape))] as const
    )
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Made from the types of the events by `npm run generate`',
    $defs: { envelope: ENVELOPE, ...Object.fromEntries(all) },
  }
}

function dataOf(shape: Shape): Schema {
  if (Array.isArray(shape)) return { type: 'array', items: dataOf(shape[0]) }
  if (typeof shape === 'string') return wordOf(shape)
  const keys = Object.entries(shape)
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map(([key, one]) => [key.replace(/\?$/, ''), dataOf(one)])),
    required: keys.map(([key]) => key).filter((key) => !key.endsWith('?')),
    additionalProperties: false,
  }
}

const PLAIN = ['string', 'number', 'boolean', 'null']

/** A union in the words of TypeScript: what is neither plain nor JSON is some object. */
function wordOf(words: string): Schema {
  const parts = splitUnion(words).map((word) =>
    PLAIN.includes(word) ? { type: word } : /^[[{"]/.test(word) ? dataOf(JSON.parse(word)) : objectOf(word)
  )
  const types = parts.map((one) => (Object.keys(one).length === 1 ? one.type : undefined))
  if (parts.length === 1) return parts[0]
  return types.every((type) => typeof type === 'string') ? { type: types } : { anyOf: parts }
}

const objectOf = (word: string): Schema => (word === 'unknown' ? {} : { type: 'object' })

function splitUnion(words: string) {
  const parts: string[] = []
  let depth = 0
  for (const part of words.split(' | ')) {
    if (depth > 0) parts[parts.length - 1] += ` | ${part}`
    else parts.push(part)
    depth += (part.match(/[[{<]/g)?.length ?? 0) - (part.match(/[\]}>]/g)?.length ?? 0)
  }
  return parts
}
