import type { CrmAdapter } from '#plugins/crm/contract'
import {
  CrmGoneError,
  CrmNeedsReconnectError,
  CrmNotSupportedError,
  CrmRateLimitedError,
  CrmRejectedError,
  CrmUnavailableError,
} from '#plugins/crm/errors'

type Foreign = Error & { code?: string; field?: CrmRejectedError['field']; retryAt?: Date }

const FAMILY = [
  CrmUnavailableError,
  CrmRejectedError,
  CrmRateLimitedError,
  CrmNotSupportedError,
  CrmNeedsReconnectError,
]
const PENALTY = 60_000

const OURS: Record<string, (error: Foreign, adapter: string) => Error> = {
  [CrmUnavailableError.code]: (error) => new CrmUnavailableError(error.message, { cause: error }),
  [CrmRejectedError.code]: (error) => new CrmRejectedError(error.message, error.field, { cause: error }),
  [CrmGoneError.code]: () => new CrmGoneError(),
  [CrmRateLimitedError.code]: ({ retryAt }) =>
    new CrmRateLimitedError(retryAt ?? new Date(Date.now() + PENALTY)),
  [CrmNotSupportedError.code]: (_, adapter) => new CrmNotSupportedError(adapter, 'do this'),
  [CrmNeedsReconnectError.code]: (error) => new CrmNeedsReconnectError(undefined, { cause: error }),
}

/** An adapter from a package has error classes of its own: whatever says by its code which of the family it is becomes that one. */
export function inOurErrors(adapter: CrmAdapter): CrmAdapter {
  return new Proxy(adapter, {
    get(target, member) {
      const value: unknown = Reflect.get(target, member, target)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        try {
          return (await value.apply(target, given)) as unknown
        } catch (error) {
          throw ours(error as Foreign, target.name)
        }
      }
    },
  })
}

function ours(error: Foreign, adapter: string) {
  const isOurs = FAMILY.some((one) => error instanceof one)
  return isOurs ? error : (OURS[error?.code ?? '']?.(error, adapter) ?? error)
}
