import string from '@adonisjs/core/helpers/string'
import router from '@adonisjs/core/services/router'
import { scopesOf, type Operation } from '#app/api/operation'
import { CompanyDeactivatedError } from '#app/tenancy/errors'
import { CursorError } from '#app/platform/errors'
import { AccessTokenRefusedError, ScopeMissingError } from '#app/access_tokens/errors'
import {
  IdempotencyKeyError,
  IdempotencyKeyReusedError,
  PreconditionFailedError,
  QuotaExceededError,
  RequestInProgressError,
  UnknownFieldError,
} from '#app/api/errors'
import type { Answer, Document, DocumentedOperation, Parameter, Schema } from '#app/api/openapi'
import { Answers } from './answers.js'
import { Requests } from './requests.js'

type Route = ReturnType<typeof router.toJSON>[string][number]
type Refusal = { code?: string; status?: number; message?: string }

/** Raised by whoever breaks it, as docs/api.md says. */
export const VERSION = '2.0.0'

const NOT_FOUND = {
  code: 'E_ROW_NOT_FOUND',
  status: 404,
  message: 'There is nothing here, or it is not for you to see.',
}
const INVALID = {
  code: 'E_VALIDATION_ERROR',
  status: 422,
  message: 'Something that was sent cannot be used.',
}
const FORBIDDEN = {
  code: 'E_AUTHORIZATION_FAILURE',
  status: 403,
  message: 'Your role does not allow it.',
}
const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const header = (name: string) => ({ $ref: `#/components/headers/${name}` })
const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` }) as unknown as Parameter

/** The description of the whole API, from its routes, validators and transformers. */
export async function describeApi(root: string): Promise<Document> {
  const [answers, requests] = [new Answers(root), new Requests(root)]
  const routes = documentedRoutes()
  const paths: Document['paths'] = {}
  for (const { route, operation } of routes) {
    const path = route.pattern.replace(/:(\w+)/g, '{$1}')
    const schema = await requests.of(route.name!)
    for (const method of route.methods.filter((one) => one !== 'HEAD')) {
      paths[path] ??= {}
      paths[path][method.toLowerCase()] = described(route, operation, method, schema, answers)
    }
  }
  answers.settle()
  return {
    openapi: '3.1.1',
    info: {
      title: 'Latchkey API',
      version: VERSION,
      description:
        'Customers, leads and orders of one company. Times are UTC in ISO 8601, phone numbers E.164, ids UUIDs.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ route }) => tagOf(route)))].sort().map((name) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1))),
    components: {
      schemas: {
        ...answers.usedComponents(),
        Problem: answers.ofAlias('app/platform/http/problem.ts', 'ProblemDocument'),
      },
      parameters: PARAMETERS,
      headers: HEADERS,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of a sign-in, a personal or a service token: `Authorization: Bearer lk_…`',
        },
      },
    },
  }
}

/** Every route below /api that programs call, with what stands beside it. */
export function documentedRoutes() {
  router.commit()
  return Object.values(router.toJSON())
    .flat()
    .flatMap((route) => {
      const operation = operationOf(route)
      return operation ? [{ route, operation }] : []
    })
}

export function operationOf(route: Route) {
  for (const one of route.middleware.all()) {
    if (typeof one === 'object' && one && 'name' in one && one.name === 'api')
      return (one as unknown as { args: Operation }).args
  }
}

function described(
  route: Route,
  operation: Operation,
  method: string,
  request: Schema | null,
  answers: Answers
): DocumentedOperation {
  const isRead = method === 'GET'
  const scopes = scopesOf(operation)
  const status = operation.status ?? 200
  const answer = status === 202 || status === 204 ? null : answers.of(route.name!)
  const about = [
    operation.about,
    scopes.length > 0 && `Needs ${scopes.map((one) => `\`${one}\``).join(' and ')}.`,
  ]
  return {
    operationId: route.methods.length > 1 && method === 'PUT' ? `${operation.id}ByPut` : operation.id,
    'x-route': route.name!,
    tags: [tagOf(route)],
    summary: operation.does,
    ...(about.some(Boolean) && { description: about.filter(Boolean).join(' ') }),
    security: operation.scope === 'open' ? [] : [{ token: scopes }],
    parameters: parametersOf(route, operation, isRead, request, answer),
    ...(operation.takes === 'file' && { requestBody: FILE }),
    ...(!isRead &&
      request && { requestBody: { required: true, content: { 'application/json': { schema: request } } } }),
    responses: {
      [status]: success(answer, status),
      ...refusals(route, operation, isRead, request, answer),
    },
  }
}

const FILE = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { type: 'string', format: 'binary' } },
        required: ['file'],
      },
    },
  },
}

function parametersOf(
  route: Route,
  { scope, tagged }: Operation,
  isRead: boolean,
  request: Schema | null,
  answer: Schema | null
): Parameter[] {
  const inPath = [...route.pattern.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
  const inQuery = Object.entries((isRead && request?.properties) || {}).map(([name, schema]) => ({
    name,
    in: 'query' as const,
    required: request!.required?.includes(name) ?? false,
    schema,
  }))
  return [
    ...inPath,
    ...inQuery,
    ...(isRead && answer ? [parameter('fields')] : []),
    ...(isRead && isSingle(answer) ? [parameter('IfNoneMatch')] : []),
    ...(tagged ? [parameter('IfMatch')] : []),
    ...(!isRead && scope !== 'open' ? [parameter('IdempotencyKey')] : []),
    parameter('RequestId'),
  ]
}

const DONE: Record<number, string> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken on; a mail leads on from here.',
  204: 'Done; there is nothing to answer.',
}

function success(answer: Schema | null, status: number): Answer {
  return {
    description: DONE[status],
    headers: {
      'RateLimit-Policy': header('RateLimitPolicy'),
      RateLimit: header('RateLimit'),
      'X-Request-Id': header('RequestId'),
      ...(isSingle(answer) && { ETag: header('ETag') }),
      ...(answer && !isSingle(answer) && answer.properties?.meta && { Link: header('Link') }),
      ...(status === 201 && !isPassing(answer) && { Location: header('Location') }),
    },
    ...(answer && { content: { 'application/json': { schema: answer } } }),
  }
}

function refusals(
  route: Route,
  { scope, tagged, refuses = [] }: Operation,
  isRead: boolean,
  request: Schema | null,
  answer: Schema | null
): Record<string, Answer> {
  const isOpen = scope === 'open'
  const list: Refusal[] = [
    ...(isOpen ? [] : [AccessTokenRefusedError, FORBIDDEN, CompanyDeactivatedError]),
    ...(scope === 'any' || isOpen ? [] : [ScopeMissingError]),
    ...(route.pattern.includes(':') ? [NOT_FOUND] : []),
    ...refuses,
    ...(request ? [INVALID] : []),
    ...(request?.properties?.after ? [CursorError] : []),
    ...(isRead && answer && !isOpen ? [UnknownFieldError] : []),
    ...(tagged ? [PreconditionFailedError] : []),
    ...(isRead || isOpen ? [] : [IdempotencyKeyError, RequestInProgressError, IdempotencyKeyReusedError]),
    QuotaExceededError,
  ]
  const byStatus = Map.groupBy(list, ({ status }) => status!)
  return Object.fromEntries(
    [...byStatus].map(([status, errors]) => [
      status,
      {
        description: errors.map(({ code, message }) => `\`${code}\`: ${message}`).join('\n\n'),
        content: problem,
      },
    ])
  )
}

const isSingle = (answer: Schema | null) => {
  const data = answer?.properties?.data
  return data !== undefined && data.type !== 'array' && data.$ref !== undefined && !isPassing(answer)
}

/** What is handed out once and has neither a state nor an address. */
const isPassing = (answer: Schema | null) =>
  /\/(TokenPair|HeldFile)$/.test(answer?.properties?.data?.$ref ?? '')

const tagOf = ({ pattern }: Route) => string.capitalCase(pattern.split('/')[2])

const PARAMETERS: Record<string, Parameter> = {
  fields: {
    name: 'fields',
    in: 'query',
    description: 'Only these fields of what is answered, parted by commas: `id,name`.',
    schema: { type: 'string' },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of what you have: if it is still so, the answer is 304 without a body.',
    schema: { type: 'string' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag of what you read: if it has changed since, nothing is done and the answer is 412.',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A key of your own for this request. Sent again within 24 hours, it gets the same answer and does nothing.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  RequestId: {
    name: 'X-Request-Id',
    in: 'header',
    description: 'A name of your own for this request; it comes back and stands in our logs.',
    schema: { type: 'string', pattern: '^[\\w.:-]{1,128}$' },
  },
}

const HEADERS: Record<string, { description: string; schema: Schema }> = {
  ETag: { description: 'What this state of the resource is known by.', schema: { type: 'string' } },
  Link: { description: 'The next page, as rel="next".', schema: { type: 'string' } },
  Location: { description: 'Where the new resource is.', schema: { type: 'string' } },
  RateLimitPolicy: {
    description: 'What a minute holds: `"token";q=600;w=60, …`',
    schema: { type: 'string' },
  },
  RateLimit: { description: 'What is left of it: `"token";r=599;t=42, …`', schema: { type: 'string' } },
  RequestId: { description: 'The name of this request.', schema: { type: 'string' } },
}
