import { validate } from 'uuid'
import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#app/single_sign_on/scim_error'
import { answerWith, asked, requireMatch } from '#app/single_sign_on/scim_answer'
import { narrowUsers } from '#app/single_sign_on/scim_filter'
import { applyPatch } from '#app/single_sign_on/scim_patch'
import { scimUserOf } from '#app/single_sign_on/scim_user_resource'
import ScimDraft from '#app/single_sign_on/scim_draft'
import { ScimPeople } from '#app/single_sign_on/scim_people'
import ScimPage from '#app/single_sign_on/scim_page'

export default class ScimUsersController {
  async index({ request, response }: HttpContext) {
    const query = request.qs()
    const page = new ScimPage(query, {
      matching: () => ScimPeople.query().where((users) => narrowUsers(users, query.filter)),
      resourcesOf: (users) => users.map((user) => asked(scimUserOf(user), query)),
    })
    return response.send(JSON.stringify(await page.toObject()))
  }

  async store(ctx: HttpContext) {
    const resource = scimUserOf(await ScimPeople.bring(ScimDraft.from(ctx.request.body())))
    ctx.response.status(201).header('Location', resource.meta.location)
    return answerWith(ctx, resource)
  }

  async show(ctx: HttpContext) {
    return answerWith(ctx, scimUserOf(await find(ctx)))
  }

  /** PUT says everything anew, PATCH what has changed. */
  async update(ctx: HttpContext) {
    const user = await find(ctx)
    requireMatch(ctx, scimUserOf(user))
    const body = ctx.request.body()
    const isPatch = ctx.request.method() === 'PATCH'
    const draft = isPatch ? ScimDraft.of(user) : ScimDraft.from(body, user.isActive)
    if (isPatch) applyPatch(draft, body)
    await ScimPeople.change(user, draft)
    return answerWith(ctx, scimUserOf(user))
  }

  async destroy(ctx: HttpContext) {
    const user = await find(ctx)
    requireMatch(ctx, scimUserOf(user))
    await ScimPeople.remove(user)
    return ctx.response.noContent()
  }
}

async function find({ params }: HttpContext) {
  const user = validate(params.id) ? await ScimPeople.query().where('id', params.id).first() : null
  if (!user) throw notFound('user', params.id)
  return user
}
