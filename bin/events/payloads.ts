import { globSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A type in the words of TypeScript, a list of one, or what stands under each key (`key?` may be absent). */
export type Shape = string | [Shape] | { [key: string]: Shape }
/** By name and version. */
export type Frozen = Record<string, Record<string, Shape>>
export type Payload = { name: string; version: number; shape: Shape }

export const FROZEN = 'docs/event_payloads.json'

/** What each event of the product carries, read from the types of its definition. */
export function payloadsOf(root: string): Payload[] {
  const files = globSync('app/**/*_events.ts', { cwd: root }).map((file) => join(root, file))
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const program = ts.createProgram(files, { ...options, noEmit: true })
  const reader = new Reader(program.getTypeChecker())
  return files
    .flatMap((file) => definitionsIn(program.getSourceFile(file)!))
    .map((call) => reader.payload(call))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What was frozen, with the payloads and optional keys that have come since. */
export function frozenWith(frozen: Frozen, payloads: Payload[]): Frozen {
  const all = structuredClone(frozen)
  for (const { name, version, shape } of payloads) {
    const kept = all[name]?.[version]
    if (!kept || changesOf(kept, shape).length === 0) (all[name] ??= {})[version] = shape
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Where a payload is no longer what it was. A new key that may be absent hurts nobody who reads the others. */
export function changesOf(before: Shape, now: Shape, path = 'data'): string[] {
  if (Array.isArray(before) && Array.isArray(now)) return changesOf(before[0], now[0], `${path}[]`)
  if (typeof before === 'string' || typeof now === 'string' || Array.isArray(before) || Array.isArray(now))
    return JSON.stringify(before) === JSON.stringify(now) ? [] : [path]
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key) => {
    if (key in before && key in now) return changesOf(before[key], now[key], `${path}.${key}`)
    return key in now && key.endsWith('?') ? [] : [`${path}.${key}`]
  })
}

/** Some payload of this shape. */
export function exampleOf(shape: Shape): unknown {
  if (Array.isArray(shape)) return [exampleOf(shape[0])]
  if (typeof shape === 'object')
    return Object.fromEntries(
      Object.entries(shape).map(([key, one]) => [key.replace(/\?$/, ''), exampleOf(one)])
    )
  const [first] = shape.split(' | ')
  if (/^[[{]/.test(first)) return exampleOf(JSON.parse(first))
  const plain: Record<string, unknown> = { string: 'words', number: 1, boolean: true, null: null }
  return first in plain ? plain[first] : {}
}

/** What keeps a payload from being of this shape; nothing when it is. */
export function misfits(shape: Shape, value: unknown, path = 'data'): string[] {
  if (Array.isArray(shape))
    return Array.isArray(value)
      ? value.flatMap((one, at) => misfits(shape[0], one, `${path}[${at}]`))
      : [path]
  if (typeof shape === 'object') return misfitsOfObject(shape, value, path)
  const kind = value === null ? 'null' : typeof value
  return kind === 'object' || shape.split(' | ').some((one) => ['unknown', kind].includes(one)) ? [] : [path]
}

function misfitsOfObject(shape: Record<string, Shape>, value: unknown, path: string) {
  if (value === null || typeof value !== 'object') return [path]
  const given = value as Record<string, unknown>
  const keys = Object.keys(shape)
  const strange = Object.keys(given).filter((key) => !keys.includes(key) && !keys.includes(`${key}?`))
  const wrong = keys.flatMap((key) => {
    const name = key.replace(/\?$/, '')
    return key !== name && given[name] === undefined
      ? []
      : misfits(shape[key], given[name], `${path}.${name}`)
  })
  return [...strange.map((key) => `${path}.${key}`), ...wrong]
}

function definitionsIn(source: ts.SourceFile) {
  const calls: ts.CallExpression[] = []
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineEvent') calls.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return calls
}

class Reader {
  constructor(private checker: ts.TypeChecker) {}

  payload({ arguments: [name, options], typeArguments }: ts.CallExpression): Payload {
    if (!ts.isStringLiteral(name)) throw new Error(`The name of an event is written out: ${name.getText()}`)
    const type = typeArguments?.[0]
    return {
      name: name.text,
      version: versionIn(options),
      shape: type ? this.shape(this.checker.getTypeFromTypeNode(type)) : {},
    }
  }

  private shape(type: ts.Type): Shape {
    const parts = (type.isUnion() ? type.types : [type]).filter(
      (one) => !(one.flags & ts.TypeFlags.Undefined)
    )
    const rich = parts.filter((one) => this.isRich(one))
    if (rich.length === 1 && parts.length === 1) return this.richShape(rich[0])
    const words = parts.map((one) =>
      this.isRich(one) ? JSON.stringify(this.richShape(one)) : this.word(one)
    )
    return [...new Set(words)].sort().join(' | ')
  }

  private isRich(type: ts.Type) {
    return Boolean(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))
  }

  private richShape(type: ts.Type): Shape {
    if (this.checker.isArrayType(type))
      return [this.shape(this.checker.getTypeArguments(type as ts.TypeReference)[0])]
    const properties = this.checker.getPropertiesOfType(type)
    if (properties.length === 0) return this.checker.typeToString(type)
    return Object.fromEntries(
      properties
        .map(
          (one) =>
            [
              one.name + (one.flags & ts.SymbolFlags.Optional ? '?' : ''),
              this.shape(this.checker.getTypeOfSymbol(one)),
            ] as const
        )
        .sort(([a], [b]) => (a < b ? -1 : 1))
    )
  }

  private word(type: ts.Type) {
    if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean'
    // Words may become more: whoever reads them copes with one that is new.
    return type.isStringLiteral() ? 'string' : this.checker.typeToString(type)
  }
}

function versionIn(options?: ts.Expression) {
  const property =
    options &&
    ts.isObjectLiteralExpression(options) &&
    options.properties.find(
      (one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === 'version'
    )
  return property ? Number(property.initializer.getText()) : 1
}
