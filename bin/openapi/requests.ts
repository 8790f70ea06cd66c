import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Schema } from '#app/api/openapi'

type Compiled = { fieldName: string; isOptional?: boolean }
type Validator = {
  toJSONSchema(): Schema
  toJSON(): { schema: { schema: { properties?: Compiled[] } } }
}

const ROUTE = /^ {2}'([^']+)': \{$([\s\S]*?)^ {2}\}$/gm
const VALIDATOR = /typeof import\('([^']+)'\)\.(\w+)\)/
const BOOLEANS = JSON.stringify(['1', 1, 'true', true, 'on', '0', 0, 'false', false])

/** What each route reads, as its validator says; which validator that is, the registry knows from the controller. */
export class Requests {
  private validators: Map<string, { module: string; name: string }>

  constructor(root: string) {
    const registry = readFileSync(join(root, '.adonisjs/client/registry/schema.d.ts'), 'utf8')
    this.validators = new Map(
      [...registry.matchAll(ROUTE)].flatMap(([, route, body]) => {
        const found = VALIDATOR.exec(body)
        return found ? [[route, { module: found[1], name: found[2] }] as const] : []
      })
    )
  }

  async of(route: string): Promise<Schema | null> {
    const found = this.validators.get(route)
    if (!found) return null
    const { [found.name]: validator } = (await import(found.module)) as Record<string, Validator>
    const schema = tidy(validator.toJSONSchema())
    // A field that may be null must still be there, which the validators' own schemas leave out.
    const { properties: fields = [] } = validator.toJSON().schema.schema
    const needed = fields.filter(({ isOptional }) => isOptional === false).map(({ fieldName }) => fieldName)
    return { ...schema, required: [...new Set([...(schema.required ?? []), ...needed])].sort() }
  }
}

// What the validators' own schemas leave rough: booleans by every spelling, an optional choice, enums without a type.
function tidy(schema: Schema): Schema {
  const { properties, items, anyOf, ...rest } = schema
  if (JSON.stringify(schema.enum) === BOOLEANS) return { type: 'boolean' }
  const choices = anyOf?.filter((one) => Object.keys(one).length > 0).map(tidy)
  return {
    ...(schema.enum && !schema.type && { type: typeof schema.enum[0] }),
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, tidy(one)])),
      required: schema.required?.filter((name) => !isOptionalChoice(properties[name])),
    }),
    ...(items && { items: tidy(items) }),
    ...(choices && { anyOf: choices }),
  }
}

const isOptionalChoice = ({ anyOf }: Schema) => anyOf?.some((one) => Object.keys(one).length === 0)
