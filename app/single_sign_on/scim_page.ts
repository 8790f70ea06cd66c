import { narrowBy } from '#app/single_sign_on/scim_filter'
import { ScimPeople } from '#app/single_sign_on/scim_people'
import { scimUserOf } from '#app/single_sign_on/scim_user_resource'

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
export const MOST_RESULTS = 200

/** One page of people, counted from 1 as RFC 7644 has it. */
export default class ScimPage {
  constructor(private asked: Record<string, unknown>) {}

  async toObject() {
    const [first, most] = [
      Math.max(1, whole(this.asked.startIndex, 1)),
      whole(this.asked.count, MOST_RESULTS),
    ]
    const count = Math.min(MOST_RESULTS, Math.max(0, most))
    const found = await this.#matching().count('* as total')
    const users = count
      ? await this.#matching()
          .orderBy('id')
          .offset(first - 1)
          .limit(count)
      : []
    return {
      schemas: [LIST],
      totalResults: Number(found[0].$extras.total),
      startIndex: first,
      itemsPerPage: users.length,
      Resources: users.map((user) => scimUserOf(user, textOf(this.asked.attributes))),
    }
  }

  #matching() {
    const users = ScimPeople.query()
    narrowBy(users, this.asked.filter)
    return users
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

// A number that cannot be read counts as one that was not given, and no offset overflows the database's.
function whole(value: unknown, otherwise: number) {
  const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return Number.isNaN(number) ? otherwise : number
}
