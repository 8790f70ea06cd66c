import { randomBytes } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import { newId } from '#app/platform/ids'
import { Current, SYSTEM } from '#app/platform/database/current'
import Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import type { StandardRole } from '#app/access/standard_roles'

export const PASSWORD = 'correct horse battery'

export const unique = (prefix: string) => `${prefix}-${randomBytes(5).toString('hex')}`

export type Company = Awaited<ReturnType<typeof makeCompany>>
export type Member = Awaited<ReturnType<typeof makeMember>>

/** A company of its own for one test, committed, with an admin who can sign in. */
export async function makeCompany(
  attributes: Partial<Pick<Tenant, 'name' | 'slug' | 'timeZone' | 'country' | 'currency' | 'phone'>> = {}
) {
  const id = newId()
  const slug = unique('co')
  const tenant = await Current.run({ tenantId: id, actor: SYSTEM }, () =>
    Tenant.create({
      id,
      slug,
      name: `Company ${slug}`,
      timeZone: 'America/Denver',
      country: 'US',
      currency: 'USD',
      phone: '+13035550100',
      ...attributes,
    })
  )
  const admin = await makeMember(tenant, 'admin')
  return {
    tenant,
    admin,
    /** Runs work inside the company, as the system. */
    inside: <T>(work: () => Promise<T>) => Current.run({ tenantId: id, actor: SYSTEM }, work),
    /** Runs work inside the company, as one of its users. */
    as: <T>({ user }: Member, work: () => Promise<T>) =>
      Current.run({ tenantId: id, actor: { kind: 'user', id: user.id, name: user.name } }, work),
    /** A path of the company's pages. */
    path: (path: string) => `/c/${tenant.slug}${path}`,
  }
}

/** A member of a company, with a login. */
export async function makeMember(tenant: Tenant, role: StandardRole, name = `Test ${role}`) {
  const identity = await makeIdentity(name)
  const user = await Current.run({ tenantId: tenant.id, actor: SYSTEM }, () =>
    User.create({ identityId: identity.id, name, email: identity.email, role })
  )
  return { identity, user }
}

export const makeSuperUser = () => makeIdentity('Super User', { isSuperUser: true })

/** Hashed once, since that takes long; whoever signs in is tried as ever. */
let passwordHash: Promise<string> | undefined

export async function makeIdentity(name: string, attributes: { isSuperUser?: boolean } = {}) {
  return Identity.createQuietly({
    name,
    email: `${unique('person')}@example.com`,
    password: await (passwordHash ??= hash.make(PASSWORD)),
    ...attributes,
  })
}
