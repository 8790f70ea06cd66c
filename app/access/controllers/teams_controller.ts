import type { HttpContext } from '@adonisjs/core/http'
import Team from '#app/access/team'
import TeamPolicy from '#app/access/team_policy'
import TeamTransformer from '#app/access/team_transformer'
import { teamValidator } from '#app/access/team_validator'
import ColleagueTransformer from '#app/identity/colleague_transformer'
import User from '#app/identity/user'

export default class TeamsController {
  async index({ bouncer, inertia }: HttpContext) {
    await bouncer.with(TeamPolicy).authorize('index')
    const teams = await Team.query().preload('members').orderByRaw('lower(name)').limit(500)
    return inertia.render('access/teams/index', {
      teams: TeamTransformer.transform(teams),
      people: ColleagueTransformer.transform(await User.active().orderBy('name')),
      may: {
        create: await bouncer.with(TeamPolicy).allows('create'),
        update: await bouncer.with(TeamPolicy).allows('update'),
        destroy: await bouncer.with(TeamPolicy).allows('destroy'),
      },
    })
  }

  async store({ request, response, bouncer, session }: HttpContext) {
    await bouncer.with(TeamPolicy).authorize('create')
    const { name, parentId, ...people } = await request.validateUsing(teamValidator)
    if (parentId) await Team.findOrFail(parentId)
    const memberships = await membershipsOf(people)
    const team = await Team.make({ name, parentId })
    await team.gather(memberships)
    session.flash('notice', `${team.name} is a team now`)
    return response.redirect().back()
  }

  async update({ params, request, response, bouncer, session }: HttpContext) {
    await bouncer.with(TeamPolicy).authorize('update')
    const team = await Team.findOrFail(params.id)
    const { name, parentId, ...people } = await request.validateUsing(teamValidator)
    if (parentId) await Team.findOrFail(parentId)
    const memberships = await membershipsOf(people)
    await team.revise({ name, parentId })
    await team.gather(memberships)
    session.flash('notice', `Saved ${team.name}`)
    return response.redirect().back()
  }

  async destroy({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(TeamPolicy).authorize('destroy')
    const team = await Team.findOrFail(params.id)
    await team.remove()
    session.flash('notice', `The team ${team.name} is deleted`)
    return response.redirect().back()
  }
}

async function membershipsOf({ members, leads }: { members: string[]; leads: string[] }) {
  const ids = [...new Set([...members, ...leads])]
  const people = await User.active().whereIn('id', ids).select('id')
  if (people.length < ids.length)
    await User.findOrFail(ids.find((id) => !people.some((one) => one.id === id)))
  return people.map(({ id }) => ({ userId: id, isLead: leads.includes(id) }))
}
