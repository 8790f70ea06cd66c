/** Whose a record is: people, and teams that it was given to while nobody has it. */
export type Holders = { people: readonly string[]; teams: readonly string[] }

/** Which records a right reaches: every one, none, or those of some people and teams. */
export default class Reach {
  static readonly everything = new Reach('everything')
  static readonly nothing = new Reach('nothing')

  private constructor(
    readonly kind: 'everything' | 'nothing' | 'some',
    readonly people: readonly string[] = [],
    readonly teams: readonly string[] = []
  ) {}

  static of(people: readonly string[], teams: readonly string[] = []) {
    return new Reach('some', [...new Set(people)], [...new Set(teams)])
  }

  /** The predicate in memory. In SQL it is `Holdings.narrow`, and a property test holds the two together. */
  covers({ people, teams }: Holders) {
    if (this.kind !== 'some') return this.kind === 'everything'
    return people.some((id) => this.people.includes(id)) || teams.some((id) => this.teams.includes(id))
  }
}
