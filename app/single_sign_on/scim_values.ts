import { ScimError } from '#app/single_sign_on/scim_error'

type Value = Record<string, unknown>

const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/i
const EXTENSION = /^urn:/i
const PATH = /^([a-z][\w$-]*)(\[[^\]]*\])?(?:\.([a-z][\w$-]*))?$/i

/** The attribute that a path names, the part of it, and which of several; nothing for attributes of extensions. */
export function partsOfPath(path: string) {
  const plain = path.trim().replace(CORE, '')
  if (EXTENSION.test(plain)) return {}
  const [, attribute, which, sub] = PATH.exec(plain) ?? []
  if (!attribute) throw new ScimError(`The path ${path.slice(0, 100)} cannot be read.`, 'invalidPath')
  return { attribute: attribute.toLowerCase(), sub: sub?.toLowerCase(), which }
}

export function objectIn(value: unknown): Value {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Value
  throw new ScimError('An object is expected here.', 'invalidSyntax')
}

export function textIn(value: unknown, name: string) {
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'string' || value.length > 254)
    throw new ScimError(`${name} must be a text of at most 254 characters.`, 'invalidValue')
  return value.trim()
}

/** Directories write lists of objects, lists of words, or one of either alone. */
export function wordsIn(value: unknown) {
  return [value ?? []]
    .flat()
    .map((one) => (typeof one === 'object' ? objectIn(one).value : one))
    .filter((one): one is string => typeof one === 'string')
}
