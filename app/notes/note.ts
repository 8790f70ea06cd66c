import { NoteSchema } from '#database/schema'
import Lead from '#app/leads/lead'
import type User from '#app/identity/user'
import { NoteCreated } from '#app/notes/note_events'

type Told = {
  lead: Lead
  author: User
  body: string
  /** Made once per form; the same key again is the same note. */
  key?: string | null
}

/** What colleagues tell each other about a lead. The customer never learns of it, and it is never changed. */
export default class Note extends NoteSchema {
  /** Read by those who may read the messages about its lead. */
  static visibleTo(user: User) {
    return Lead.holdings.at('notes.lead_id').narrow(this.query(), user.reach('read', 'messages'))
  }

  static ofLead(lead: { id: string }) {
    return this.query().where('leadId', lead.id).orderBy('id')
  }

  static async write({ lead, author, body, key = null }: Told): Promise<Note> {
    // Two posts of one form may arrive together: the second waits until the first one's note is there to find.
    await lead.lock()
    const known = key && (await this.findBy({ leadId: lead.id, submissionKey: key }))
    if (known) return known
    const note = await this.create({
      leadId: lead.id,
      userId: author.id,
      authorName: author.name,
      body,
      submissionKey: key,
    })
    await NoteCreated.record(note, { leadId: lead.id, leadNumber: lead.number })
    await lead.tellScreens()
    return note
  }
}
