import { validate } from 'uuid'
import type { HttpContext } from '@adonisjs/core/http'
import Team from '#app/access/team'
import { notFound } from '#app/single_sign_on/scim_error'
import { answerWith, asked, requireMatch } from '#app/single_sign_on/scim_answer'
import { narrowGroups } from '#app/single_sign_on/scim_filter'
import { applyPatch } from '#app/single_sign_on/scim_patch'
import { scimGroupOf, scimGroupsOf } from '#app/single_sign_on/scim_group_resource'
import ScimGroupDraft from '#app/single_sign_on/scim_group_draft'
import { ScimGroups } from '#app/single_sign_on/scim_groups'
import ScimPage from '#app/single_sign_on/scim_page'

export default class ScimGroupsController {
  async index({ request, response }: HttpContext) {
    const query = request.qs()
    const page = new ScimPage(query, {
      matching: () => Team.query().where((teams) => narrowGroups(teams, query.filter)),
      resourcesOf: async (teams) => (await scimGroupsOf(teams)).map((group) => asked(group, query)),
    })
    return response.send(JSON.stringify(await page.toObject()))
  }

  async store(ctx: HttpContext) {
    const group = await scimGroupOf(await ScimGroups.bring(ScimGroupDraft.from(ctx.request.body())))
    ctx.response.status(201).header('Location', group.meta.location)
    return answerWith(ctx, group)
  }

  async show(ctx: HttpContext) {
    return answerWith(ctx, await scimGroupOf(await find(ctx)))
  }

  /** PUT says everything anew but members that it does not mention, PATCH what has changed. */
  async update(ctx: HttpContext) {
    const team = await find(ctx)
    const group = await scimGroupOf(team)
    requireMatch(ctx, group)
    await ScimGroups.change(team, draftOf(ctx, group))
    return answerWith(ctx, await scimGroupOf(team))
  }

  async destroy(ctx: HttpContext) {
    const team = await find(ctx)
    requireMatch(ctx, await scimGroupOf(team))
    await ScimGroups.remove(team)
    return ctx.response.noContent()
  }
}

function draftOf({ request }: HttpContext, { members, displayName, externalId }: Group) {
  if (request.method() !== 'PATCH') return ScimGroupDraft.from(request.body())
  const known = { displayName, externalId: externalId || null, members: members.map(({ value }) => value) }
  const draft = ScimGroupDraft.of(known)
  applyPatch(draft, request.body())
  return draft
}

type Group = Awaited<ReturnType<typeof scimGroupOf>>

async function find({ params }: HttpContext) {
  const team = validate(params.id) ? await Team.query().where('id', params.id).first() : null
  if (!team) throw notFound('group', params.id)
  return team
}
