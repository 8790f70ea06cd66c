import type { Document, DocumentedOperation, Parameter, Schema } from '#app/api/openapi'

type Api = Pick<Document, 'paths' | 'components'>
/** `input`: what clients send, where less may not become possible. `output`: what they read, where nothing may vanish. */
type Side = 'input' | 'output'

/** What in a description would break a client that was written for the one before; additions do not. */
export function breakingChanges(before: Api, after: Api): string[] {
  return Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const name = `${method.toUpperCase()} ${path}`
      const now = after.paths[path]?.[method]
      return now ? new Comparison(before, after, name).of(operation, now) : [`${name} is gone`]
    })
  )
}

class Comparison {
  constructor(
    private before: Api,
    private after: Api,
    private name: string
  ) {}

  of(old: DocumentedOperation, now: DocumentedOperation): string[] {
    return [
      ...this.scopes(old, now),
      ...this.parameters(old.parameters ?? [], now.parameters ?? []),
      ...this.body(old, now),
      ...this.answers(old, now),
    ]
  }

  private scopes(old: DocumentedOperation, now: DocumentedOperation) {
    const had = old.security.flatMap(({ token }) => token)
    const added = now.security.flatMap(({ token }) => token).filter((scope) => !had.includes(scope))
    const isClosed = old.security.length === 0 && now.security.length > 0
    return [
      ...added.map((scope) => `${this.name} needs the scope ${scope}`),
      ...(isClosed ? [`${this.name} needs a token`] : []),
    ]
  }

  private parameters(old: Parameter[], now: Parameter[]) {
    const key = (one: Parameter) => (one as { $ref?: string }).$ref ?? `${one.in} ${one.name}`
    const current = new Map(now.map((one) => [key(one), one]))
    const known = new Set(old.map(key))
    return [
      ...old.flatMap((one) => {
        const same = current.get(key(one))
        if (!same) return [`${this.name}: ${key(one)} is gone`]
        const isForced = same.required && !one.required
        const what = `${this.name}: ${key(one)}`
        return [
          ...(isForced ? [`${what} is required`] : []),
          ...(one.schema ? this.schema(one.schema, same.schema, what, 'input') : []),
        ]
      }),
      ...now
        .filter((one) => one.required && !known.has(key(one)))
        .map((one) => `${this.name}: ${key(one)} is required`),
    ]
  }

  private body({ requestBody: old }: DocumentedOperation, { requestBody: now }: DocumentedOperation) {
    const what = `${this.name} body`
    const [was, is] = [old, now].map((one) => one?.content['application/json']?.schema)
    if (!is) return []
    return was ? this.schema(was, is, what, 'input') : this.required({}, is, what)
  }

  private answers({ responses: old }: DocumentedOperation, { responses: now }: DocumentedOperation) {
    return Object.keys(old)
      .filter((status) => status < '300')
      .flatMap((status) => {
        const what = `${this.name} ${status}`
        const [was, is] = [old[status], now[status]].map((one) => one?.content?.['application/json']?.schema)
        if (!now[status]) return [`${what} is gone`]
        if (was && !is) return [`${what} has no body`]
        return was && is ? this.schema(was, is, what, 'output') : []
      })
  }

  private schema(given: Schema, current: Schema, what: string, side: Side): string[] {
    const [old, now] = [this.resolve(given, this.before), this.resolve(current, this.after)]
    return [
      ...this.kinds(old, now, what, side),
      ...this.limits(old, now, what, side),
      ...(side === 'input' ? this.required(old, now, what) : []),
      ...this.properties(old, now, what, side),
      ...(old.items && now.items ? this.schema(old.items, now.items, `${what}[]`, side) : []),
    ]
  }

  private properties(old: Schema, now: Schema, what: string, side: Side) {
    return Object.entries(old.properties ?? {}).flatMap(([name, schema]) => {
      const same = now.properties?.[name]
      const where = `${what}.${name}`
      if (!same) return [`${where} is gone`]
      const mayLack = side === 'output' && isNeeded(old, name) && !isNeeded(now, name)
      return [...(mayLack ? [`${where} may be missing`] : []), ...this.schema(schema, same, where, side)]
    })
  }

  private required(old: Schema, now: Schema, what: string) {
    return (now.required ?? [])
      .filter((name) => !isNeeded(old, name))
      .map((name) => `${what}.${name} is required`)
  }

  private kinds(old: Schema, now: Schema, what: string, side: Side) {
    const [had, has] = [kindsOf(old), kindsOf(now)]
    const lost = had.filter((kind) => !has.includes(kind))
    const added = has.filter((kind) => !had.includes(kind))
    const enums = (old.enum ?? []).filter((value) => now.enum && !now.enum.includes(value))
    const isNarrowed = side === 'input' && !old.enum && now.enum !== undefined
    const wrong = side === 'input' ? lost : added
    return [
      ...(had.length > 0 && wrong.length > 0 ? [`${what} was ${had.join('|')} and is ${has.join('|')}`] : []),
      ...enums.map((value) => `${what} knows no ${value}`),
      ...(isNarrowed ? [`${what} takes named values only`] : []),
    ]
  }

  private limits(old: Schema, now: Schema, what: string, side: Side) {
    if (side === 'output') return []
    const isLower = (name: 'maxLength' | 'maximum' | 'maxItems') =>
      (now[name] ?? Infinity) < (old[name] ?? Infinity)
    const isHigher = (name: 'minLength' | 'minimum' | 'minItems') =>
      (now[name] ?? -Infinity) > (old[name] ?? -Infinity)
    const isStricter =
      (now.pattern !== undefined && now.pattern !== old.pattern) ||
      (now.format !== undefined && now.format !== old.format)
    return [
      ...(['maxLength', 'maximum', 'maxItems'] as const).filter(isLower),
      ...(['minLength', 'minimum', 'minItems'] as const).filter(isHigher),
      ...(isStricter ? ['form'] : []),
    ].map((limit) => `${what} has a narrower ${limit}`)
  }

  /** Follows references, and takes "this or null" for a nullable this. */
  private resolve(schema: Schema, api: Api): Schema {
    const name = schema.$ref?.split('/').at(-1)
    if (name) return this.resolve(api.components.schemas[name], api)
    const choices = schema.anyOf?.map((one) => this.resolve(one, api)) ?? []
    const [only, ...others] = choices.filter((one) => one.type !== 'null')
    return choices.length === 2 && only && others.length === 0
      ? { ...only, type: [...kindsOf(only), 'null'] }
      : schema
  }
}

const isNeeded = (schema: Schema, name: string) => schema.required?.includes(name) ?? false
const kindsOf = ({ type, anyOf }: Schema): string[] =>
  anyOf ? [...new Set(anyOf.flatMap(kindsOf))] : type === undefined ? [] : [type].flat()
