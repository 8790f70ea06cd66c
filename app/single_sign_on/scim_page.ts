import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
export const MOST_RESULTS = 200

type Kind<Model extends LucidModel> = {
  /** A new query for all that match. */
  matching(): ModelQueryBuilderContract<Model>
  resourcesOf(rows: InstanceType<Model>[]): Promise<object[]> | object[]
}

/** One page of people or groups, counted from 1 as RFC 7644 has it. */
export default class ScimPage<Model extends LucidModel> {
  constructor(
    private asked: Record<string, unknown>,
    private kind: Kind<Model>
  ) {}

  async toObject() {
    const [first, most] = [
      Math.max(1, whole(this.asked.startIndex, 1)),
      whole(this.asked.count, MOST_RESULTS),
    ]
    const count = Math.min(MOST_RESULTS, Math.max(0, most))
    const found = await this.kind.matching().count('* as total')
    const rows = count
      ? await this.kind
          .matching()
          .orderBy('id')
          .offset(first - 1)
          .limit(count)
      : []
    return {
      schemas: [LIST],
      totalResults: Number(found[0].$extras.total),
      startIndex: first,
      itemsPerPage: rows.length,
      Resources: await this.kind.resourcesOf(rows),
    }
  }
}

// A number that cannot be read counts as one that was not given, and no offset overflows the database's.
function whole(value: unknown, otherwise: number) {
  const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return Number.isNaN(number) ? otherwise : number
}
