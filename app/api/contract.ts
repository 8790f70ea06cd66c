import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import type { Document, Schema } from '#app/api/openapi'

let read: Document | undefined

/** The description of the API, as it was made and committed. */
export const contract = (): Document =>
  (read ??= JSON.parse(readFileSync(app.makePath('docs/openapi.json'), 'utf8')))

/** The fields of what an operation answers, by the name of its route. */
export function fieldsOf(route: string): string[] {
  const operations = Object.values(contract().paths).flatMap((path) => Object.values(path))
  const answer = operations.find((one) => one['x-route'] === route)?.responses['200']
  const { data } = propertiesOf(answer?.content?.['application/json']?.schema)
  const record = data?.type === 'array' ? data.items : data
  return Object.keys(propertiesOf(record))
}

export function resolve(schema: Schema | undefined): Schema {
  const name = schema?.$ref?.split('/').at(-1)
  return name ? contract().components.schemas[name] : (schema ?? {})
}

const propertiesOf = (schema: Schema | undefined) => {
  const { properties = {} } = resolve(schema)
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, resolve(one)]))
}
