import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import BaseInertiaMiddleware from '@adonisjs/inertia/inertia_middleware'
import { Current } from '#app/platform/database/current'
import { reachOf, type SessionReach } from '#app/identity/session_reach'
import { companiesOf } from '#app/identity/memberships'
import { destinationsOf } from '#app/identity/destinations'
import { shownOnce } from '#app/identity/shown_once'
import { confirmationDoor } from '#app/single_sign_on/company_door'
import { openVisitOf } from '#app/impersonations/open_visit'
import { leadsChannelOf } from '#app/leads/lead_channel'
import { limitsOf } from '#app/access/field_limits'
import { lostConnectionFor } from '#app/crm_connections/lost_connection'
import ConversationList from '#app/messages/conversation_list'
import Notification from '#app/notifications/notification'
import type Identity from '#app/identity/identity'
import type Impersonation from '#app/impersonations/impersonation'
import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'

type Reach = Pick<SessionReach, 'companies' | 'isLimited'>
const NO_REACH: Reach = { companies: [], isLimited: true }

export default class InertiaMiddleware extends BaseInertiaMiddleware {
  // A page can be rendered before sign-in and company are known, as a 404 is.
  share(ctx: HttpContext) {
    const { tenant, user, auth, session, impersonation } = ctx as Partial<HttpContext>
    const identity = auth?.user
    const reach = session ? reachOf({ session }) : NO_REACH
    return {
      errors: ctx.inertia.always(this.getValidationErrors(ctx)),
      company: ctx.inertia.always(tenant && companyProps(tenant)),
      user: ctx.inertia.always(
        user && {
          id: user.id,
          name: user.name,
          role: user.role,
          leadsChannel: leadsChannelOf(user),
          limits: limitsOf(user),
        }
      ),
      destinations: ctx.inertia.always(user && destinationsOf(user)),
      impersonation: ctx.inertia.always(impersonation && user && visitProps(impersonation, user)),
      openVisit: () => (identity?.isSuperUser && !reach.isLimited && !tenant ? openVisitOf(identity) : null),
      unread: () => (user && Current.isOpen ? Notification.unreadOf(user) : 0),
      unreadConversations: () => (user && Current.isOpen ? new ConversationList(user).unread() : 0),
      lostConnection: () => (user && Current.isOpen ? lostConnectionFor(user) : null),
      identity: identity && identityProps(identity, reach),
      memberships: () => membershipProps(identity, reach),
      confirmsThrough: () => (identity && session ? confirmationDoor({ session }, tenant) : null),
    }
  }

  flash(ctx: HttpContext) {
    const { session } = ctx as Partial<HttpContext>
    return {
      notice: session?.flashMessages.get('notice') as string | undefined,
      error: session?.flashMessages.get('error') as string | undefined,
      shownOnce: shownOnce(ctx),
      fileHeldUp: session?.flashMessages.get('fileHeldUp') as string | undefined,
      download: session?.flashMessages.get('download') as string | undefined,
      isConfirmationAsked: session?.flashMessages.get('isConfirmationAsked') as boolean | undefined,
    }
  }

  async handle(ctx: HttpContext, next: NextFn) {
    await this.init(ctx)
    const output = await next()
    this.dispose(ctx)
    return output
  }
}

const visitProps = ({ superUserName, endsAt }: Impersonation, { name }: User) => ({
  userName: name,
  superUserName,
  endsAt: endsAt.toUTC().toISO()!,
})

function companyProps({ id, name, slug, brandColor, logoUrl, timeZone, country, currency, locale }: Tenant) {
  return { id, name, slug, brandColor, logoUrl, timeZone, country, currency, locale }
}

function identityProps({ name, email, isSuperUser, password, twoFactorAt }: Identity, { isLimited }: Reach) {
  return {
    name,
    email,
    isSuperUser: isSuperUser && !isLimited,
    hasPassword: password !== null,
    hasTwoFactor: twoFactorAt !== null,
    isLimited,
  }
}

async function membershipProps(identity: Identity | undefined, reach: Reach) {
  const companies = identity ? await companiesOf(identity, reach).where('tenants.state', 'active') : []
  return companies.map(({ name, slug }) => ({ name, slug }))
}

declare module '@adonisjs/inertia/types' {
  type MiddlewareSharedProps = InferSharedProps<InertiaMiddleware>
  export interface SharedProps extends MiddlewareSharedProps {}
}
