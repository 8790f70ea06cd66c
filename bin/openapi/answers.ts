import ts from 'typescript'
import { join } from 'node:path'
import type { Schema } from '#app/api/openapi'

const ID = /^(id|(lead|customer|assignee|order|user|author)Id)$/
const TIME = /^at$|At$/

/**
 * What each route answers, read from the types that the compiler derives of controllers and transformers, so that the
 * description cannot say what the code does not.
 */
export class Answers {
  readonly components: Record<string, Schema> = {}
  private checker: ts.TypeChecker
  private registry: Map<string, ts.TypeNode>
  private names = new Map<string, string>()
  private used = new Set<string>()

  constructor(private root: string) {
    const program = this.compile()
    this.checker = program.getTypeChecker()
    this.registry = responsesIn(program.getSourceFile(this.path('registry/schema.d.ts'))!)
    for (const { name, schema } of this.dataTypes(program.getSourceFile(this.path('data.d.ts'))!)) {
      const text = JSON.stringify(schema)
      if (!this.names.has(text)) this.names.set(text, name)
      this.components[name] ??= schema
    }
  }

  /** The schema of a route's answer; nothing for one that answers without a body. */
  of(route: string): Schema | null {
    const node = this.registry.get(route)
    if (!node) throw new Error(`${route} is not in the registry: run npm run generate first`)
    const type = this.checker.getTypeFromTypeNode(node)
    const bodies = this.partsOf(type).filter((part) => part.getProperty('data'))
    if (bodies.length > 1 && new Set(bodies.map((one) => JSON.stringify(this.schema(one)))).size > 1)
      throw new Error(`${route} answers in more than one form`)
    return bodies[0] ? this.named(this.schema(bodies[0])) : null
  }

  /** The type alias of a file as a schema. */
  ofAlias(file: string, alias: string): Schema {
    const program = this.compile([join(this.root, file)])
    const source = program.getSourceFile(join(this.root, file))!
    const found = source.statements.find(
      (one): one is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(one) && one.name.text === alias
    )
    this.checker = program.getTypeChecker()
    return this.schema(this.checker.getTypeAtLocation(found!))
  }

  /** Those components that were referred to, in the order of the alphabet. */
  usedComponents() {
    return Object.fromEntries(
      [...this.used].sort().map((name) => [name, this.named(this.components[name], name)])
    )
  }

  /** Registers what is referred to below a component, until nothing new appears. */
  settle() {
    let size = -1
    while (size !== this.used.size) {
      size = this.used.size
      this.usedComponents()
    }
  }

  private path(name: string) {
    return join(this.root, '.adonisjs/client', name)
  }

  private compile(files = [this.path('registry/schema.d.ts'), this.path('data.d.ts')]) {
    const { config } = ts.readConfigFile(join(this.root, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, this.root)
    const kernel = ['adonisrc.ts', 'start/kernel.ts', 'start/env.ts'].map((file) => join(this.root, file))
    return ts.createProgram([...files, ...kernel], { ...options, noEmit: true })
  }

  private *dataTypes(source: ts.SourceFile) {
    const data = moduleNamed(source, 'Data')
    for (const domain of blockOf(data)) {
      if (!ts.isModuleDeclaration(domain)) continue
      for (const one of blockOf(domain)) {
        if (ts.isTypeAliasDeclaration(one)) {
          yield { name: one.name.text, schema: this.schema(this.checker.getTypeAtLocation(one)) }
        } else if (ts.isModuleDeclaration(one)) {
          for (const variants of blockOf(one)) yield* this.variants(one.name.text, variants)
        }
      }
    }
  }

  private *variants(name: string, node: ts.Statement) {
    for (const variant of this.checker.getTypeAtLocation(node).getProperties()) {
      if (variant.name === 'toObject') continue
      const type = this.checker.getTypeOfSymbol(variant)
      yield { name: name + variant.name.replace(/^for/, ''), schema: this.schema(type) }
    }
  }

  private partsOf(type: ts.Type) {
    return type.isUnion() ? type.types : [type]
  }

  private schema(type: ts.Type, name = ''): Schema {
    const parts = this.partsOf(type).filter((part) => !(part.flags & ts.TypeFlags.Undefined))
    const rest = parts.filter((part) => !(part.flags & ts.TypeFlags.Null))
    const schema = this.either(rest, name)
    return rest.length < parts.length ? orNull(schema) : schema
  }

  private either(types: ts.Type[], name: string): Schema {
    const literals = types.flatMap((one) =>
      one.isStringLiteral() || one.isNumberLiteral() ? [one.value] : []
    )
    const isBoolean = types.length > 0 && types.every((one) => one.flags & ts.TypeFlags.BooleanLike)
    if (literals.length > 0 && literals.length === types.length)
      return { type: typeof literals[0], enum: literals.sort() }
    if (isBoolean) return { type: 'boolean' }
    if (types.length === 1) return this.one(types[0], name)
    const choices = new Map(types.map((one) => this.one(one, name)).map((one) => [JSON.stringify(one), one]))
    return choices.size === 1 ? [...choices.values()][0] : { anyOf: [...choices.values()] }
  }

  private one(type: ts.Type, name: string): Schema {
    const { flags } = type
    if (flags & ts.TypeFlags.StringLike) return text(name)
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' }
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {}
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference)
      return { type: 'array', items: this.schema(item, name) }
    }
    if (/^(DateTime|Date)\b/.test(type.symbol?.name ?? '')) return text('at')
    return this.object(type)
  }

  private object(type: ts.Type): Schema {
    const properties = this.checker.getPropertiesOfType(type).sort(idFirst)
    const isOptional = (one: ts.Symbol) => Boolean(one.flags & ts.SymbolFlags.Optional)
    return {
      type: 'object',
      properties: Object.fromEntries(
        properties.map((one) => [one.name, this.schema(this.checker.getTypeOfSymbol(one), one.name)])
      ),
      required: properties.filter((one) => !isOptional(one)).map((one) => one.name),
      additionalProperties: false,
    }
  }

  /** The same schema, with a reference in place of every part that is a component. */
  private named(schema: Schema, own?: string): Schema {
    const name = this.names.get(JSON.stringify(schema))
    if (name && name !== own) {
      this.used.add(name)
      return { $ref: `#/components/schemas/${name}` }
    }
    const { properties, items, anyOf, ...rest } = schema
    return {
      ...rest,
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, one]) => [key, this.named(one)])
        ),
      }),
      ...(items && { items: this.named(items) }),
      ...(anyOf && { anyOf: anyOf.map((one) => this.named(one)) }),
    }
  }
}

// The compiler's order hangs on what it met first; the description must not.
function idFirst({ name: one }: ts.Symbol, { name: other }: ts.Symbol) {
  return Number(other === 'id') - Number(one === 'id') || (one < other ? -1 : 1)
}

function text(name: string): Schema {
  if (ID.test(name)) return { type: 'string', format: 'uuid' }
  return TIME.test(name) ? { type: 'string', format: 'date-time' } : { type: 'string' }
}

function orNull(schema: Schema): Schema {
  const isPlain = typeof schema.type === 'string' && !schema.enum && !schema.properties
  return isPlain
    ? { ...schema, type: [schema.type as string, 'null'] }
    : { anyOf: [schema, { type: 'null' }] }
}

const blockOf = (node: ts.ModuleDeclaration) =>
  node.body && ts.isModuleBlock(node.body) ? [...node.body.statements] : []

const moduleNamed = (source: ts.SourceFile, name: string) =>
  source.statements.find(
    (one): one is ts.ModuleDeclaration => ts.isModuleDeclaration(one) && one.name.text === name
  )!

/** The `response` of every route of the registry. */
function responsesIn(source: ts.SourceFile) {
  const registry = source.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === 'Registry'
  )!
  const member = (node: ts.Node | undefined, name: string) =>
    node && ts.isTypeLiteralNode(node)
      ? node.members.find(
          (one): one is ts.PropertySignature =>
            ts.isPropertySignature(one) && (one.name as ts.Identifier).text === name
        )?.type
      : undefined
  return new Map(
    registry.members.filter(ts.isPropertySignature).map((route) => {
      const response = member(member(route.type, 'types'), 'response')!
      return [(route.name as ts.StringLiteral).text, response]
    })
  )
}
