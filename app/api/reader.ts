import string from '@adonisjs/core/helpers/string'
import { appUrl } from '#config/app'
import { anchorOf } from '#app/platform/http/problem'
import { contract, resolve } from '#app/api/contract'
import { fieldsIn, typeWords } from '#app/api/schema_words'
import { sample } from '#app/api/schema_sample'
import type { Answer, DocumentedOperation, Parameter, Schema } from '#app/api/openapi'

const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const PROBLEM = /^`(E_\w+)`: (.+)$/
/** What any request may meet. */
const GENERAL = [
  { status: 400, code: 'E_HTTP_400', detail: 'The request could not be read. Check that its body is JSON.' },
  { status: 404, code: 'E_ROUTE_NOT_FOUND', detail: 'There is no such address. Check path and method.' },
  { status: 413, code: 'E_REQUEST_ENTITY_TOO_LARGE', detail: 'Send less at once.' },
  {
    status: 500,
    code: 'E_HTTP_500',
    detail: 'Something broke on our side. Send the same again in a moment.',
  },
  {
    status: 503,
    code: 'E_HTTP_503',
    detail: 'The service cannot answer right now. Try again after Retry-After.',
  },
]

/** The description of the API as its page shows it: words, tables and examples instead of schemas. */
export function readerPage() {
  const { info, paths, tags } = contract()
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method]).map((method) => shown(path, method, methods[method]))
  )
  return {
    info,
    host: appUrl,
    groups: tags.map(({ name }) => ({
      name,
      anchor: `tag-${name.toLowerCase().replaceAll(' ', '-')}`,
      operations: operations.filter(({ tag }) => tag === name),
    })),
    problems: problemsOf(Object.values(paths).flatMap((methods) => Object.values(methods))),
  }
}

/** Words as HTML, with `code` in them. */
const marked = (text: string) =>
  text
    .split('`')
    .map((part, index) => (index % 2 ? `<code>${string.escapeHTML(part)}</code>` : string.escapeHTML(part)))
    .join('')

function shown(path: string, method: string, operation: DocumentedOperation) {
  const [[status, answer], ...refusals] = Object.entries(operation.responses)
  const body = operation.requestBody?.content['application/json']?.schema
  const schema = answer.content?.['application/json'].schema
  const parameters = (operation.parameters ?? []).map(parameterOf)
  return {
    id: operation.operationId,
    tag: operation.tags[0],
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: marked(operation.description ?? ''),
    parameters: parameters.filter((one) => one.in !== 'header').map(parameterRow),
    headers: parameters.filter((one) => one.in === 'header').map(parameterRow),
    body: body ? fieldsIn(body) : [],
    answer: { status, fields: schema ? fieldsIn(schema) : [] },
    example: schema && JSON.stringify(sample(schema), null, 2),
    refusals: refusals.flatMap(([code, one]) => refusalsIn(Number(code), one)),
    curl: curl(path, method, operation, body),
  }
}

const parameterOf = (one: Parameter & { $ref?: string }): Parameter =>
  one.$ref ? contract().components.parameters[one.$ref.split('/').at(-1)!] : one

const parameterRow = ({ name, required, description, schema }: Parameter) => ({
  name,
  isRequired: required ?? false,
  type: typeWords(schema),
  description: marked(description ?? ''),
})

function refusalsIn(status: number, { description }: Answer) {
  return description.split('\n\n').flatMap((line) => {
    const [, code, detail] = PROBLEM.exec(line) ?? []
    return code ? [{ status, code, detail, anchor: anchorOf(code) }] : []
  })
}

function problemsOf(operations: DocumentedOperation[]) {
  const named = operations.flatMap(({ responses }) =>
    Object.entries(responses).flatMap(([status, answer]) => refusalsIn(Number(status), answer))
  )
  const general = GENERAL.map((one) => ({ ...one, anchor: anchorOf(one.code) }))
  const byCode = new Map([...named, ...general].map((one) => [one.code, one]))
  return [...byCode.values()].sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1))
}

function curl(path: string, method: string, { security, requestBody }: DocumentedOperation, body?: Schema) {
  const takesFile = requestBody && 'multipart/form-data' in requestBody.content
  const lines = [
    `curl ${appUrl}${path.replace(/\{(\w+)\}/g, (_, name) => `$${name.toUpperCase()}`)}`,
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    ...(security.length > 0 ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(takesFile ? ['-F file=@photo.jpg'] : []),
    ...(body ? [`-H "Content-Type: application/json"`, `-d '${JSON.stringify(needed(resolve(body)))}'`] : []),
  ]
  return lines.join(' \\\n  ')
}

/** The least that a body must say, or its first field when it need say nothing. */
function needed({ properties = {}, required = [] }: Schema) {
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
  return Object.fromEntries(names.map((name) => [name, sample(properties[name], name)]))
}
