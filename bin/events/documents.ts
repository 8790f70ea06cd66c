import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { CATALOGUE, catalogueOf } from './catalogue.js'
import type { Frozen } from './payloads.js'
import { SCHEMAS, schemasOf } from './schemas.js'

/** As prettier leaves it. */
export async function formatted(root: string, path: string, text: string) {
  const filepath = join(root, path)
  return format(text, { ...(await resolveConfig(filepath)), filepath })
}

export const schemasText = (root: string, frozen: Frozen) =>
  formatted(root, SCHEMAS, JSON.stringify(schemasOf(frozen)))

export const catalogueText = (root: string, frozen: Frozen) => formatted(root, CATALOGUE, catalogueOf(frozen))
