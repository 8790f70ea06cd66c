import Team from '#app/access/team'
import User from '#app/identity/user'
import ColleagueTransformer from '#app/identity/colleague_transformer'

/** Into whose hands a lead may be given. */
export const leadHands = async () => ({
  colleagues: ColleagueTransformer.transform(await User.active().orderBy('name')),
  teams: await Team.choices(),
})
