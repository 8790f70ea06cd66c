import { existsSync, readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import type { Exchange } from '#tests/contract/vendor_server'

type Schema = Record<string, unknown>
type Content = { content?: Record<string, { schema: Schema }> }
type Operation = { parameters?: { $ref?: string; name?: string; in?: string; required?: boolean }[] }
type Paths = Record<
  string,
  Record<string, Operation & { requestBody?: object; responses: Record<string, object> }>
>

/** Salesforce publishes no description of its REST API: this one was written after its guide. */
export const described = JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8')) as {
  paths: Paths
}
const FOLDER = new URL(
  process.env.VENDOR_CONTRACTS
    ? `file://${process.env.VENDOR_CONTRACTS}/salesforce/salesforce-rest.handwritten.openapi.json`
    : '../../../../shared/vendor-contracts/salesforce/salesforce-rest.handwritten.openapi.json',
  import.meta.url
)
/** The one that it began as; `null` where it does not lie beside the project. */
export const former = existsSync(FOLDER)
  ? (JSON.parse(readFileSync(FOLDER, 'utf8')) as { paths: Paths })
  : null
const ajv = addFormats.default(new Ajv({ strict: false })).addSchema(described, 'described')

/** Throws when a request or an answer is not as the API is described. */
export function checkExchange(exchange: Exchange) {
  const { method, path, query, body, status, answer } = exchange
  const verb = method.toLowerCase()
  const template = Object.keys(described.paths).find(
    (known) => described.paths[known][verb] && patternOf(known).test(path)
  )
  if (!template) throw new Error(`Salesforce has no ${method} ${path}`)
  const operation = described.paths[template][verb]
  for (const { name, in: place, required } of operation.parameters ?? [])
    if (place === 'query' && required && !query.get(name!)) throw new Error(`${template}: ${name} is missing`)
  const at = `#/paths/${encodeURIComponent(template.replaceAll('~', '~0').replaceAll('/', '~1'))}/${verb}`
  if (operation.requestBody) hold(resolve(`${at}/requestBody`), body)
  const answered = operation.responses[status] ? String(status) : 'default'
  if (operation.responses[answered]) hold(resolve(`${at}/responses/${answered}`), answer)
  holdLead(exchange)
  return exchange
}

/** What is written to a lead and read of it, field by field: the description of the API knows records alone. */
function holdLead({ method, path, body, status, answer }: Exchange) {
  const [whole, ofKey] = /\/sobjects\/Lead\/(?!describe$)(\w+\/)?[^/]+$/.exec(path) ?? []
  if (!whole || status >= 400) return
  const schema = (name: string) => `described#/components/schemas/${name}`
  if (method === 'GET') hold(schema('Lead'), answer)
  else hold(schema(ofKey ? 'NewLead' : 'LeadChange'), body)
}

const patternOf = (template: string) =>
  new RegExp(
    `^${template
      .replace('{version}', 'v[0-9]+[.]0')
      .replace('{id}', '[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?')
      .replaceAll(/\{\w+\}/g, '[^/]+')}$`
  )

// A body or an answer may stand elsewhere in the description.
function resolve(pointer: string): string | null {
  const parts = pointer
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
  const found = parts.reduce<Record<string, unknown>>(
    (node, part) => node[part] as Record<string, unknown>,
    described
  ) as Content & { $ref?: string }
  if (found.$ref) return resolve(found.$ref)
  const [type] = Object.keys(found.content ?? {})
  return type ? `described${pointer}/content/${type.replaceAll('/', '~1')}/schema` : null
}

function hold(ref: string | null, value: unknown) {
  if (!ref) return
  const validate = ajv.compile({ $ref: ref })
  if (!validate(value))
    throw new Error(`${ref}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)?.slice(0, 500)}`)
}
