import type { HttpContext } from '@adonisjs/core/http'
import { mountFor } from '#app/platform/http/mount'
import { freeSlugFor, isFree } from '#app/tenancy/slug'
import { admit } from '#app/sign_in/admission'
import { openingValidator } from '#app/registrations/registration_validator'
import { openRegistration, openRegistrationOrFail } from '#app/registrations/registration_link'
import { PasswordMissingError } from '#app/registrations/errors'

/** Opening the company with the link of the mail: the page only asks, the button does it. */
export default class OpeningsController {
  async create(ctx: HttpContext) {
    await ctx.auth.check()
    const opened = await openRegistration(ctx)
    const { companyName, email, slug } = opened?.registration ?? {}
    const isTaken = slug !== undefined && !(await isFree(slug))
    return ctx.inertia.render('registrations/openings/create', {
      wanted: opened && {
        companyName: companyName!,
        email: email!,
        slug: isTaken ? await freeSlugFor(companyName!) : slug!,
        isTaken,
        hasLogin: opened.hasLogin,
        asksPassword: opened.asksPassword,
      },
      action: ctx.request.url(),
    })
  }

  async store(ctx: HttpContext) {
    const { registration, asksPassword } = await openRegistrationOrFail(ctx)
    const { slug, password } = await ctx.request.validateUsing(openingValidator)
    if (asksPassword && !password) throw new PasswordMissingError()
    if (asksPassword) await registration.prove(password!)
    const { tenant, identity, isNewcomer } = await registration.open(slug, ctx.request.id())
    ctx.session.forget('registration')
    ctx.session.flash('notice', `${tenant.name} is open`)
    ctx.session.setIntendedUrl(mountFor(tenant.slug))
    // The mail shows whose the address is; whoever had a login signs in as always.
    const next = isNewcomer ? await admit(ctx, identity, { way: 'registration' }) : mountFor(tenant.slug)
    return ctx.response.redirect().toPath(next)
  }
}
