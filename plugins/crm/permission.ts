import { CrmNeedsReconnectError, CrmNotAllowedError } from '#plugins/crm/errors'

/** We are let in, but not to what was asked for. */
export class ForbiddenError extends CrmNeedsReconnectError {}

/** For what a connection may lack while its customers are read and written all the same. */
export async function ifAllowed<Answer>(words: string, asked: Promise<Answer>) {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ForbiddenError) throw new CrmNotAllowedError(words, null, { cause: error })
    throw error
  }
}
