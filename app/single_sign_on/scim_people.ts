import { DateTime } from 'luxon'
import vine from '@vinejs/vine'
import { lockRow } from '#app/platform/database/row_lock'
import { toE164 } from '#app/platform/phone'
import Identity from '#app/identity/identity'
import User from '#app/identity/user'
import { emailAddress } from '#app/identity/user_validator'
import Tenant from '#app/tenancy/tenant'
import { ScimError } from '#app/single_sign_on/scim_error'
import SsoConnection from '#app/single_sign_on/sso_connection'
import SsoDomain from '#app/single_sign_on/sso_domain'
import type ScimDraft from '#app/single_sign_on/scim_draft'

const address = vine.create({ email: emailAddress() })

/** The people whom the company's directory brings, changes and takes away. Nothing is deleted: who leaves is deactivated. */
export const ScimPeople = {
  query() {
    return User.query().where('kind', 'person').whereNull('leftDirectoryAt')
  },

  async bring(draft: ScimDraft) {
    const email = await ownAddressIn(draft)
    const identity = await Identity.byEmail(email)
    const known = await User.query()
      .where('email', email)
      .if(identity, (users) => users.orWhere('identityId', identity!.id))
      .first()
    if (known && !known.leftDirectoryAt)
      throw new ScimError(`${email} is a member already.`, 'uniqueness', 409)
    const user = known ?? (await join(email, identity, draft))
    await user.merge({ leftDirectoryAt: null }).save()
    await this.change(user, draft)
    return user
  },

  async change(user: User, draft: ScimDraft) {
    await lockRow(user)
    const { userName, externalId, isActive, roles } = draft.fields
    if (!userName) throw new ScimError('userName must be given.', 'invalidValue')
    await user.merge({ directoryName: userName.toLowerCase(), externalId }).save()
    const choice = roles.length > 0 ? await (await SsoConnection.own())?.roleAmong(roles) : null
    const phone = await phoneIn(draft)
    await user.change({ name: draft.name, ...(phone && { phone }), ...choice })
    if (isActive) await user.reactivate()
    else await user.deactivate()
  },

  async remove(user: User) {
    await user.deactivate()
    await user.merge({ directoryName: null, externalId: null, leftDirectoryAt: DateTime.utc() }).save()
  },
}

// A directory speaks for the company's own addresses only; the life of somebody with another one is not its to bring in.
async function ownAddressIn({ fields: { email, userName } }: ScimDraft) {
  const [problem, given] = await address.tryValidate({ email: email ?? userName })
  if (problem) throw new ScimError('emails or userName must hold an e-mail address.', 'invalidValue')
  if (!(await SsoDomain.covers(given.email)))
    throw new ScimError(
      `Your company has not proved that the domain of ${given.email} is its own. Do so under Settings, Single sign-on.`,
      'invalidValue'
    )
  return given.email
}

async function join(email: string, known: Identity | null, draft: ScimDraft) {
  if (known?.disabledAt) throw new ScimError('This person’s login is closed.', 'invalidValue')
  const choice = await (await SsoConnection.own())?.roleAmong(draft.fields.roles)
  if (!choice)
    throw new ScimError(
      'No role fits. Choose one for newcomers under Settings, Single sign-on.',
      'invalidValue'
    )
  const identity = known ?? (await Identity.create({ email, name: draft.name, password: null }))
  return User.join(identity, { name: draft.name, ...choice })
}

async function phoneIn({ fields }: ScimDraft) {
  const { country } = await Tenant.current()
  return fields.phone && toE164(fields.phone, country)
}
