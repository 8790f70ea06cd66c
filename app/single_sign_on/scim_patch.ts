import { objectIn } from '#app/single_sign_on/scim_values'
import { ScimError } from '#app/single_sign_on/scim_error'

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
const MOST_OPERATIONS = 100

type Patched = {
  /** `add` keeps what is there, where there can be several. */
  write(path: string, value: unknown, verb: 'add' | 'replace'): void
  clear(path: string, value: unknown): void
}

/** Carries out RFC 7644, 3.5.2 on what is known of somebody or something. Directories differ in the case of `op`, and in whether they name a path. */
export function applyPatch(draft: Patched, body: unknown) {
  const { schemas, Operations: operations } = objectIn(body)
  if (![schemas].flat().includes(PATCH)) throw new ScimError(`schemas must name ${PATCH}.`, 'invalidSyntax')
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > MOST_OPERATIONS)
    throw new ScimError(`Operations must list 1 to ${MOST_OPERATIONS} operations.`, 'invalidSyntax')
  for (const operation of operations) applyOperation(draft, objectIn(operation))
}

function applyOperation(draft: Patched, { op, path, value }: Record<string, unknown>) {
  const verb = String(op).toLowerCase()
  if (verb === 'remove') {
    if (typeof path !== 'string') throw new ScimError('A removal must name its path.', 'noTarget')
    draft.clear(path, value)
  } else if (verb === 'add' || verb === 'replace') {
    if (typeof path === 'string') draft.write(path, value, verb)
    else for (const [part, inner] of Object.entries(objectIn(value))) draft.write(part, inner, verb)
  } else {
    throw new ScimError('op must be add, replace or remove.', 'invalidSyntax')
  }
}
