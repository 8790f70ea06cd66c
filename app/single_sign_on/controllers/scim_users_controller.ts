import { validate } from 'uuid'
import type { HttpContext } from '@adonisjs/core/http'
import { notFound, ScimError } from '#app/single_sign_on/scim_error'
import { applyPatch } from '#app/single_sign_on/scim_patch'
import { locationOf, scimUserOf, versionOf } from '#app/single_sign_on/scim_user_resource'
import ScimDraft from '#app/single_sign_on/scim_draft'
import { ScimPeople } from '#app/single_sign_on/scim_people'
import ScimPage from '#app/single_sign_on/scim_page'
import type User from '#app/identity/user'

export default class ScimUsersController {
  async index({ request, response }: HttpContext) {
    return response.send(JSON.stringify(await new ScimPage(request.qs()).toObject()))
  }

  async store(ctx: HttpContext) {
    const user = await ScimPeople.bring(ScimDraft.from(ctx.request.body()))
    ctx.response.status(201).header('Location', locationOf(user))
    return answer(ctx, user)
  }

  async show(ctx: HttpContext) {
    const user = await find(ctx)
    if (ctx.request.header('if-none-match') !== versionOf(user)) return answer(ctx, user)
    return ctx.response.status(304).header('ETag', versionOf(user)).send('')
  }

  /** PUT says everything anew, PATCH what has changed. */
  async update(ctx: HttpContext) {
    const user = await find(ctx)
    requireMatch(ctx, user)
    const body = ctx.request.body()
    const isPatch = ctx.request.method() === 'PATCH'
    const draft = isPatch ? ScimDraft.of(user) : ScimDraft.from(body, user.isActive)
    if (isPatch) applyPatch(draft, body)
    await ScimPeople.change(user, draft)
    return answer(ctx, user)
  }

  async destroy(ctx: HttpContext) {
    const user = await find(ctx)
    requireMatch(ctx, user)
    await ScimPeople.remove(user)
    return ctx.response.noContent()
  }
}

async function find({ params }: HttpContext) {
  const user = validate(params.id) ? await ScimPeople.query().where('id', params.id).first() : null
  if (!user) throw notFound(params.id)
  return user
}

function requireMatch({ request }: HttpContext, user: User) {
  const expected = request.header('if-match')
  if (expected && expected !== '*' && expected !== versionOf(user))
    throw new ScimError('The user was changed meanwhile. Read it again.', undefined, 412)
}

function answer({ request, response }: HttpContext, user: User) {
  response.header('ETag', versionOf(user))
  return response.send(JSON.stringify(scimUserOf(user, request.input('attributes'))))
}
