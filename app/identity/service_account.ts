import type { DateTime } from 'luxon'
import AccessToken from '#app/access_tokens/access_token'
import type { Scope } from '#app/access_tokens/scopes'
import type { StandardRole } from '#app/access/standard_roles'
import Rights from '#app/access/rights'
import { BeyondOwnRightsError } from '#app/access/errors'
import User from '#app/identity/user'

type Engagement = {
  name: string
  role: StandardRole
  scopes: Scope[] | null
  expiresAt: DateTime | null
  by: User | null
}

/** A program of the company's own and the one token it holds; they come and go together. */
export const ServiceAccount = {
  /** Nobody makes a service that may do more than they may themselves. */
  async open({ name, role, by, ...narrowing }: Engagement) {
    if (by && !Rights.ofRole(role).isWithin(by.rights)) throw new BeyondOwnRightsError()
    return AccessToken.mint(await User.engage({ name, role }), name, narrowing)
  },

  async close(token: AccessToken) {
    await token.revoke()
    await (await User.findOrFail(token.userId)).deactivate()
  },

  /** The services at work, each with its user. */
  async all() {
    const tokens = await AccessToken.ofServices().orderBy('id', 'desc').limit(100)
    const users = await User.query().whereIn('id', [...new Set(tokens.flatMap(peopleOf))])
    const byId = new Map(users.map((user) => [user.id, user]))
    return tokens.map((token) => ({
      token,
      user: byId.get(token.userId)!,
      maker: byId.get(token.createdBy ?? '') ?? null,
    }))
  },
}

export type Service = Awaited<ReturnType<typeof ServiceAccount.all>>[number]

const peopleOf = ({ userId, createdBy }: AccessToken) => [userId, ...(createdBy ? [createdBy] : [])]
