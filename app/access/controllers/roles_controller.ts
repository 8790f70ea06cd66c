import type { HttpContext } from '@adonisjs/core/http'
import Role from '#app/access/role'
import Rights from '#app/access/rights'
import RolePolicy from '#app/access/role_policy'
import RoleTransformer from '#app/access/role_transformer'
import { requireGivable } from '#app/access/givable'
import { roleCatalogue } from '#app/access/role_catalogue'
import { roleCounts } from '#app/access/role_counts'
import { newRoleValidator, roleStartValidator, roleValidator } from '#app/access/role_validator'

export default class RolesController {
  async index({ bouncer, inertia }: HttpContext) {
    await bouncer.with(RolePolicy).authorize('index')
    return inertia.render('access/roles/index', {
      roles: RoleTransformer.transform(await Role.query().orderByRaw('lower(name)').limit(200)),
      counts: await roleCounts(),
      catalogue: roleCatalogue(),
      may: {
        create: await bouncer.with(RolePolicy).allows('create'),
        update: await bouncer.with(RolePolicy).allows('update'),
        destroy: await bouncer.with(RolePolicy).allows('destroy'),
      },
    })
  }

  async create({ request, bouncer, inertia }: HttpContext) {
    await bouncer.with(RolePolicy).authorize('create')
    const { basedOn = 'agent', from } = await request.validateUsing(roleStartValidator)
    const model = from ? await Role.findOrFail(from) : null
    return inertia.render('access/roles/create', {
      basedOn: model?.basedOn ?? basedOn,
      from: model && RoleTransformer.transform(model),
      catalogue: roleCatalogue(),
    })
  }

  async store({ request, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(RolePolicy).authorize('create')
    const draft = await request.validateUsing(newRoleValidator)
    requireGivable(user.rights, Rights.ofRole(draft.basedOn, draft))
    const role = await Role.make(draft)
    session.flash('notice', `${role.name} is a role now. Give it to people on the team page.`)
    return response.redirect().toRoute('access.roles.index')
  }

  async edit({ params, bouncer, inertia }: HttpContext) {
    await bouncer.with(RolePolicy).authorize('update')
    const role = await Role.findOrFail(params.id)
    return inertia.render('access/roles/edit', {
      role: RoleTransformer.transform(role),
      holders: await role.holders(),
      catalogue: roleCatalogue(),
    })
  }

  async update({ params, request, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(RolePolicy).authorize('update')
    const role = await Role.findOrFail(params.id)
    const draft = await request.validateUsing(roleValidator)
    requireGivable(user.rights, role.rights, Rights.ofRole(role.basedOn, draft))
    await role.revise(draft)
    session.flash('notice', `Saved ${role.name}. It applies from the next click of everybody who has it.`)
    return response.redirect().toRoute('access.roles.index')
  }

  async destroy({ params, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(RolePolicy).authorize('destroy')
    const role = await Role.findOrFail(params.id)
    requireGivable(user.rights, role.rights)
    await role.remove()
    session.flash('notice', `The role ${role.name} is deleted`)
    return response.redirect().toRoute('access.roles.index')
  }
}
