/** What a sentence about an event may use: the name of its subject, people by id, and the event's own data. */
export class AuditFacts {
  constructor(
    private event: { actorId: string | null; subjectId: string; data: Record<string, unknown> },
    private names: Map<string, string>
  ) {}

  get subject() {
    return this.names.get(this.event.subjectId) ?? this.text('name') ?? 'somebody who is gone'
  }

  /** Done by somebody to themselves. */
  get isOwnDeed() {
    return this.event.actorId === this.event.subjectId
  }

  text(key: string) {
    const value = this.event.data[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }

  list(key: string) {
    const value = this.event.data[key]
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  }

  person(key: string) {
    return this.names.get(this.text(key) ?? '') ?? 'somebody who is gone'
  }

  people(key: string) {
    return inWords(this.list(key).map((id) => this.names.get(id) ?? 'somebody who is gone'))
  }

  /** "the name and the time zone" of `changed: ['name', 'timeZone']`. */
  get changes() {
    return inWords(this.list('changed').map((field) => `the ${spaced(field)}`)) || 'something'
  }

  get ownChanges() {
    return `their own ${inWords(this.list('changed').map(spaced)) || 'details'}`
  }

  get role() {
    return spaced(this.text('role') ?? 'member')
  }
}

export const inWords = (words: string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format([...new Set(words)])

/** "timeZone" and "time_zone" as people write it: "time zone". */
export const spaced = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
