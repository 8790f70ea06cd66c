import { CrmRejectedError } from '#plugins/crm/errors'

/** No system keeps a company without one. */
export function refuseNameless(name: string) {
  if (!name.trim()) throw new CrmRejectedError('A company needs a name', 'name')
}
