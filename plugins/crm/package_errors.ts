import type { CrmAdapter } from '#plugins/crm/contract'
import {
  CrmGoneError,
  CrmNeedsReconnectError,
  CrmNotAllowedError,
  CrmNotSupportedError,
  CrmRateLimitedError,
  CrmRejectedError,
  CrmStageGoneError,
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
  [CrmStageGoneError.code]: () => new CrmStageGoneError(),
  [CrmNotAllowedError.code]: (error) => new CrmNotAllowedError(error.message, null, { cause: error }),
  [CrmRateLimitedError.code]: ({ retryAt }) =>
    new CrmRateLimitedError(retryAt ?? new Date(Date.now() + PENALTY)),
  [CrmNotSupportedError.code]: (_, adapter) => new CrmNotSupportedError(adapter, 'do this'),
  [CrmNeedsReconnectError.code]: (error) => new CrmNeedsReconnectError(undefined, { cause: error }),
}

/** An adapter from a package has error classes of its own: whatever says by its code which of the family it is becomes that one. */
export const inOurErrors = (adapter: CrmAdapter): CrmAdapter => guarded(adapter, adapter.name)

function guarded<Part extends object>(part: Part, adapter: string): Part {
  return new Proxy(part, {
    get(target, member) {
      const value: unknown = Reflect.get(target, member, target)
      if ((member === 'deals' || member === 'companies') && value) return guarded(value, adapter)
      if (typeof value !== 'function') return value
      // It asks nobody, and answers at once.
      if (member === 'pageOf') return value.bind(target) as unknown
      return async (...given: unknown[]) => {
        try {
          return (await value.apply(target, given)) as unknown
        } catch (error) {
          throw ours(error as Foreign, adapter)
        }
      }
    },
  })
}

function ours(error: Foreign, adapter: string) {
  const isOurs = FAMILY.some((one) => error instanceof one)
  return isOurs ? error : (OURS[error?.code ?? '']?.(error, adapter) ?? error)
}
