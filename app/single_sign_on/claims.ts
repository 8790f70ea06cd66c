export type Claims = Record<string, unknown> & { sub: string }

/** A claim by its name, or by a path such as `realm_access.roles`. */
export function claimAt(claims: object, path: string): unknown {
  if (Object.hasOwn(claims, path)) return (claims as Record<string, unknown>)[path]
  return path.split('.').reduce<unknown>((value, key) => {
    const isInside = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    return isInside ? (value as Record<string, unknown>)[key] : undefined
  }, claims)
}

export function textAt(claims: object, path: string) {
  const value = claimAt(claims, path)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** Roles and groups arrive as a list, or as a single word. */
export function wordsAt(claims: object, path: string) {
  const value = claimAt(claims, path)
  const list = Array.isArray(value) ? value : [value]
  return list.filter((one): one is string => typeof one === 'string')
}
