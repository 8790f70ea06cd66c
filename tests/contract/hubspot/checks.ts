import { existsSync, readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Exchange } from '#tests/contract/vendor_server'

type Schema = Record<string, unknown>
type Operation = {
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

const PUBLISHED = new URL(
  process.env.VENDOR_CONTRACTS
    ? `file://${process.env.VENDOR_CONTRACTS}/hubspot/hubspot-2026-09.merged.openapi.json`
    : '../../../../shared/vendor-contracts/hubspot/hubspot-2026-09.merged.openapi.json',
  import.meta.url
)

const operations = JSON.parse(readFileSync(new URL('./operations.json', import.meta.url), 'utf8')) as {
  operations: Record<string, { request?: string; answer?: string }>
}

/** The vendor's own description; `null` where it does not lie beside the project. */
export const published = existsSync(PUBLISHED)
  ? (JSON.parse(readFileSync(PUBLISHED, 'utf8')) as { paths: Record<string, Record<string, Operation>> })
  : null

const ours = addFormats.default(new Ajv2020({ strict: false })).addSchema(operations, 'ours')
const theirs = published && addFormats.default(new Ajv({ strict: false })).addSchema(published, 'theirs')

/** Throws when a request or an answer is not as the API is described, by us and by the vendor. */
export function checkExchange(exchange: Exchange) {
  const { method, path, body, status, answer } = exchange
  const name = `${method} ${path.replace(/\/(contacts|deals|notes|companies)\/(?!search$)[^/]+$/, '/$1/{id}')}`
  const own = operations.operations[name]
  if (!own) throw new Error(`HubSpot has no ${name}`)
  if (own.request) hold(ours, `ours#/$defs/${own.request}`, body)
  if (status < 300 && own.answer) hold(ours, `ours#/$defs/${own.answer}`, answer)
  if (status >= 400 && answer) hold(ours, 'ours#/$defs/Error', answer)
  if (theirs) checkAsPublished(name, { body, status, answer })
  return exchange
}

function checkAsPublished(
  name: string,
  { body, status, answer }: Pick<Exchange, 'body' | 'status' | 'answer'>
) {
  const [method, path] = name.split(' ')
  const template = path
    .replace(/\b(contacts|deals|notes|companies)\b/, '{objectType}')
    .replace('{id}', '{objectId}')
  const operation = published!.paths[template][method.toLowerCase()]
  const at = `theirs#/paths/${encodeURIComponent(template.replaceAll('~', '~0').replaceAll('/', '~1'))}/${method.toLowerCase()}`
  const [kind] = Object.keys(operation.requestBody?.content ?? {})
  if (kind) hold(theirs!, `${at}/requestBody/content/${kind.replaceAll('/', '~1')}/schema`, body)
  if (status < 300 && operation.responses[status]?.content?.['application/json'])
    hold(theirs!, `${at}/responses/${status}/content/application~1json/schema`, answer)
}

const known = new Map<string, ValidateFunction>()

function hold(ajv: Ajv | Ajv2020, ref: string, value: unknown) {
  const validate = known.get(ref) ?? ajv.compile({ $ref: ref })
  known.set(ref, validate)
  if (!validate(value))
    throw new Error(`${ref}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)?.slice(0, 500)}`)
}
