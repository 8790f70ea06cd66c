import { Exception } from '@adonisjs/core/exceptions'
import type { Problem } from '#app/platform/http/problem'

export type ScimType =
  'invalidFilter' | 'uniqueness' | 'invalidSyntax' | 'invalidPath' | 'noTarget' | 'invalidValue'

/** A unique index of the database, and the name of a team. */
const TAKEN = ['23505', 'E_TEAM_NAME_TAKEN']

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** A refusal in the words of RFC 7644, 3.12. */
export class ScimError extends Exception {
  static code = 'E_SCIM'
  static status = 400
  static message = 'The request cannot be carried out.'

  constructor(
    detail: string,
    readonly scimType?: ScimType,
    status = 400
  ) {
    super(detail, { status })
  }
}

export const notFound = (kind: 'user' | 'group', id: string) =>
  new ScimError(`There is no ${kind} ${id} here.`, undefined, 404)

/** Whatever went wrong, as a directory expects to hear it. */
export function scimErrorOf({ status, detail }: Problem, thrown: unknown) {
  const isTaken = TAKEN.includes((thrown as { code?: string }).code ?? '')
  const scimType = thrown instanceof ScimError ? thrown.scimType : isTaken ? 'uniqueness' : undefined
  return { schemas: [ERROR], status: String(status), ...(scimType && { scimType }), detail }
}
