/** Writes that wait for the end of their unit; `sql` makes one statement of all of one kind. */
export type PostponedKind<Item> = {
  sql: (items: Item[]) => string
  /** Where they are kept: whoever asks there finds what the unit has written so far. */
  place?: RegExp
  /** Other tables point there: it is written before anything else is. */
  isPointedTo?: boolean
}

const WRITES = /^\s*(insert|update|delete|merge|with)\b/i

/** What a unit writes in the round trip of its COMMIT, since nobody else can see it any earlier. */
export class Postponed {
  #items = new Map<PostponedKind<never>, unknown[]>()

  add<Item>(kind: PostponedKind<Item>, item: Item) {
    const items = this.#items.get(kind)
    if (items) items.push(item)
    else this.#items.set(kind, [item])
  }

  get isEmpty() {
    return this.#items.size === 0
  }

  /** A savepoint begins or ends here, or something of it is asked for. */
  isDueBefore(sql: string) {
    if (this.isEmpty) return false
    const isWrite = WRITES.test(sql)
    return (
      /^(SAVEPOINT|RELEASE)\b/i.test(sql) ||
      [...this.#items.keys()].some(({ place, isPointedTo }) => place?.test(sql) || (isPointedTo && isWrite))
    )
  }

  /** Hands all of it out, once. */
  take() {
    const statements = [...this.#items].map(([{ sql }, items]) => sql(items as never[]))
    this.#items.clear()
    return statements.join('; ')
  }

  drop() {
    this.#items.clear()
  }
}
