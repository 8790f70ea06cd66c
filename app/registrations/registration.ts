import hash from '@adonisjs/core/services/hash'
import { RegistrationSchema } from '#database/schema'
import { acrossTenants, Current } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import { SlugTakenError } from '#app/tenancy/errors'
import { isFree } from '#app/tenancy/slug'
import type { Limit } from '#app/platform/limit'
import { countAttempt } from '#app/sign_in/attempt_limits'
import { mayWriteTo } from '#app/sign_in/mail_limits'
import { refuseUnsuitable } from '#app/sign_in/suitable_password'
import { WrongPasswordError } from '#app/sign_in/errors'
import Identity from '#app/identity/identity'
import IdentityMail from '#app/sign_in/identity_mail'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'

type Asked = Pick<
  Registration,
  'companyName' | 'slug' | 'timeZone' | 'country' | 'currency' | 'name' | 'email'
> & { password: string }

const GUESSES: Limit = { name: 'registration', requests: 10, duration: '1 hour' }

/** A company that somebody wants to open. It opens when its link shows that the e-mail address is theirs. */
export default class Registration extends RegistrationSchema {
  static connection = 'system'

  /** The same work whoever the address belongs to: the sender of the mail finds out. Null when too many were asked for. */
  static async ask({ password, ...asked }: Asked, ip: string) {
    const isWritten = await mayWriteTo(asked.email, ip)
    await refuseUnsuitable(password, [asked.email, asked.name, asked.companyName])
    if (!(await isFree(asked.slug))) throw new SlugTakenError()
    const own = { id: newId(), companyId: newId(), passwordHash: await hash.make(password) }
    if (!isWritten) return null
    return acrossTenants(async (client) => {
      const registration = await this.create({ ...asked, ...own }, { client })
      const facts = { registrationId: own.id, slug: asked.slug }
      await IdentityMail.owe('registration', asked.email, facts, client)
      return registration
    })
  }

  async isOpened() {
    return (await Tenant.query({ connection: 'system' }).where('id', this.companyId).first()) !== null
  }

  /**
   * Whoever typed the password is whoever reads the mail. Otherwise somebody could have a login made for another person,
   * with a password that they know themselves.
   */
  async prove(password: string) {
    await countAttempt(GUESSES, this.id)
    if (!(await hash.verify(this.passwordHash, password))) throw new WrongPasswordError()
  }

  /** Opens the company with its first administrator. Its id was chosen before, so that it cannot be opened twice. */
  async open(slug: string, requestId?: string) {
    if (!(await isFree(slug))) throw new SlugTakenError()
    const { name, email, companyName, companyId, timeZone, country, currency } = this
    const known = await Identity.byEmail(email)
    const identity = known ?? (await Identity.enrol({ email, name, passwordHash: this.passwordHash }))
    const id = newId()
    const actor = { kind: 'user' as const, id, name: identity.name }
    const tenant = await Current.run({ tenantId: companyId, actor, requestId }, async () => {
      const company = { id: companyId, slug, name: companyName, timeZone, country, currency }
      const opened = await Tenant.open(company, actor)
      await User.join(identity, { id, name: identity.name, role: 'admin' })
      return opened
    })
    await this.delete()
    return { tenant, identity, isNewcomer: known === null }
  }
}
