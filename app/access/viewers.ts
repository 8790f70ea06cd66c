import type Holdings from '#app/access/holdings'
import type { Why } from '#app/access/holdings'
import Team from '#app/access/team'
import type { Subject } from '#app/access/subjects'
import type User from '#app/identity/user'

/** Why somebody sees a record: they see all, it is theirs, or it is that of a colleague or team of theirs. */
type Reason =
  | { kind: 'everything' }
  | { kind: 'own'; why: Why }
  | { kind: 'colleague'; why: Why; name: string; teams: string[] }
  | { kind: 'team'; team: string }

export type Viewer = { user: User; reason: Reason }

/** Who sees one record, and why, by the same reach that decides it everywhere else. */
export default class Viewers {
  constructor(
    private subject: Subject,
    private holdings: Holdings,
    private record: { id: string }
  ) {}

  async among(users: User[]): Promise<Viewer[]> {
    const rows = await this.holdings.explain(this.record)
    const teams = await Team.query().preload('members')
    const heldBy = (kind: string) => rows.filter((row) => row.kind === kind).map(({ holder }) => holder)
    const holders = { people: heldBy('people'), teams: heldBy('teams') }
    const names = new Map([...users, ...teams].map(({ id, name }) => [id, name]))
    const reasonFor = (user: User): Reason => {
      const reach = user.reach('read', this.subject)
      const mine = rows.find(({ holder }) => holder === user.id)
      const mate = rows.find(({ kind, holder }) => kind === 'people' && reach.people.includes(holder))
      if (reach.kind === 'everything') {
        return { kind: 'everything' }
      } else if (mine) {
        return { kind: 'own', why: mine.why }
      } else if (mate) {
        const shared = teams.filter(
          ({ id, members }) =>
            reach.teams.includes(id) && members.some(({ userId }) => userId === mate.holder)
        )
        const name = names.get(mate.holder) ?? 'A former colleague'
        return { kind: 'colleague', why: mate.why, name, teams: shared.map((team) => team.name) }
      } else {
        return { kind: 'team', team: names.get(holders.teams.find((id) => reach.teams.includes(id))!)! }
      }
    }
    return users
      .filter((user) => user.reach('read', this.subject).covers(holders))
      .map((user) => ({ user, reason: reasonFor(user) }))
  }
}
